package io.erpsync.sandbox.config;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerResponse;

/** Carries requests and replies between the server and the stand-ins, and cuts lines. */
final class HttpExchanges implements HandlerFunction<ServerResponse> {

    private final FaultyAnswers answers;

    HttpExchanges(FaultyAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<ServerResponse> handle(ServerRequest request) {
        return body(request)
                .flatMap(body -> answers.answer(plain(request, body)))
                .flatMap(HttpExchanges::written)
                .switchIfEmpty(Mono.defer(() -> cut(request)));
    }

    private static Mono<String> body(ServerRequest request) {
        // Not through a codec: those stop at a size that thousands of seeded records exceed.
        return DataBufferUtils.join(request.exchange().getRequest().getBody())
                .map(
                        buffer -> {
                            String text = buffer.toString(StandardCharsets.UTF_8);
                            DataBufferUtils.release(buffer);
                            return text;
                        })
                .defaultIfEmpty("");
    }

    private static ApiRequest plain(ServerRequest request, String body) {
        URI uri = request.uri();
        HttpHeaders sent = request.headers().asHttpHeaders();
        Map<String, String> headers = new HashMap<>();
        sent.forEach(
                (name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        String host = headers.getOrDefault("host", uri.getAuthority());
        return new ApiRequest(
                request.method().name(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers,
                body,
                request.remoteAddress().map(HttpExchanges::address).orElse("unknown"),
                uri.getScheme() + "://" + host,
                null);
    }

    private static String address(InetSocketAddress remote) {
        return Objects.requireNonNull(remote.getAddress()).getHostAddress();
    }

    private static Mono<ServerResponse> written(ApiReply reply) {
        ServerResponse.BodyBuilder builder =
                ServerResponse.status(reply.status())
                        .headers(headers -> reply.headers().forEach(headers::set));
        return reply.body().isEmpty()
                ? builder.build()
                : builder.bodyValue(reply.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Closes the connection; what is returned never comes, as nobody is there to take it. */
    private static Mono<ServerResponse> cut(ServerRequest request) {
        ServerHttpResponse response = request.exchange().getResponse();
        while (response instanceof ServerHttpResponseDecorator decorator) {
            response = decorator.getDelegate();
        }
        HttpServerResponse netty = ((AbstractServerHttpResponse) response).getNativeResponse();
        netty.withConnection(DisposableChannel::dispose);
        return Mono.never();
    }
}
