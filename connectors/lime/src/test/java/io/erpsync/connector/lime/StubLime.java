package io.erpsync.connector.lime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.RequestGate;
import io.erpsync.model.ConnectionName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server on which a test answers every request by itself, save those for metadata. */
final class StubLime implements AutoCloseable {

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<Function<Request, Response>> answers =
            new AtomicReference<>(_ -> Response.json(404, "{\"message\":\"none\"}"));

    StubLime() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** What came: the path after the root of the interface, and the query decoded. */
    record Request(String method, String path, Map<String, String> query, String body) {}

    /** What goes back; {@code cut} closes the connection instead. */
    record Response(int status, Map<String, String> headers, String body, boolean cut) {

        static final Response CUT = new Response(0, Map.of(), "", true);

        static Response json(int status, String body) {
            return new Response(
                    status, Map.of("Content-Type", "application/hal+json"), body, false);
        }

        Response with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Response(status, more, body, cut);
        }
    }

    void answer(Function<Request, Response> next) {
        answers.set(next);
    }

    /** The requests so far, those for metadata left out. */
    List<Request> requests() {
        return requests.stream().filter(it -> !it.path().startsWith("limetype/")).toList();
    }

    ConnectedSystem open(RequestGate gate, String... more) {
        return new LimeConnector().open(settings(more), gate);
    }

    AccessSettings settings(String... more) {
        Map<String, String> values = new HashMap<>();
        values.put("url", "http://127.0.0.1:" + server.getAddress().getPort() + "/acme");
        values.put("api-key", "s3cret");
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return new AccessSettings(new ConnectionName("acme"), values, Duration.ofSeconds(2));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/acme/api/v1/", "");
        Request request =
                new Request(
                        exchange.getRequestMethod(),
                        path,
                        query(exchange.getRequestURI().getRawQuery()),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(request);
        Response response =
                switch (path) {
                    case "limetype/company/" -> Response.json(200, Companies.COMPANY_TYPE);
                    case "limetype/coworker/" -> Response.json(200, Companies.COWORKER_TYPE);
                    default -> answers.get().apply(request);
                };
        if (response.cut()) {
            exchange.close();
            return;
        }
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            query.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
