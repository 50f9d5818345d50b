package io.erpsync.connector.fortnox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.erpsync.connector.AccessSettings;
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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers as it is told, and remembers what was asked. Tokens and the company it knows itself. */
final class FortnoxStub implements AutoCloseable {

    static final Told DROPPED = new Told(0, "", Map.of());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Told> answers = _ -> json(404, "{}");
    private volatile Told token =
            json(200, "{\"access_token\":\"t-0\",\"expires_in\":3600,\"token_type\":\"bearer\"}");

    FortnoxStub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    static Told json(int status, String body) {
        return new Told(status, body, Map.of("Content-Type", "application/json"));
    }

    AccessSettings settings(Map<String, String> more) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> values =
                new HashMap<>(
                        Map.of(
                                "url", url,
                                "auth-url", url,
                                "tenant", "29302",
                                "client-id", "demo",
                                "client-secret", "hush",
                                "company", "556677-8899"));
        values.putAll(more);
        return new AccessSettings(new ConnectionName("acme"), values, Duration.ofSeconds(2));
    }

    /** What requests for customers are answered with. */
    void answer(Function<Asked, Told> answer) {
        answers = answer;
    }

    void answerTokens(Told told) {
        token = told;
    }

    /** What was asked of customers. */
    List<Asked> asked() {
        return asked.stream().filter(request -> request.path().startsWith("/3/customers")).toList();
    }

    /** How often a path was asked for. */
    long count(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).count();
    }

    Asked first(String path) {
        return asked.stream()
                .filter(request -> request.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Asked request = read(exchange);
        asked.add(request);
        Told told = toldTo(request);
        if (told.equals(DROPPED)) {
            exchange.close();
            return;
        }
        told.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(told.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Told toldTo(Asked request) {
        return switch (request.path()) {
            case "/oauth-v1/token" -> token;
            case "/3/companyinformation" ->
                    json(
                            200,
                            "{\"CompanyInformation\":{\"CompanyName\":\"Acme AB\","
                                    + "\"OrganizationNumber\":\"556677-8899\"}}");
            default -> answers.apply(request);
        };
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query,
                headers,
                body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** One request; names of headers in small letters, the path as it was sent. */
    record Asked(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String body) {}

    /** One answer. */
    record Told(int status, String body, Map<String, String> headers) {}
}
