package io.erpsync.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP to the sandbox; a refusal is an exception that names request and answer. */
public final class Web implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Web(String base) {
        this.base = base;
    }

    public JsonNode get(String path, Map<String, String> headers) {
        return send("GET", path, "", headers);
    }

    public JsonNode json(String method, String path, Object body, Map<String, String> headers) {
        return send(method, path, MAPPER.writeValueAsString(body), headers);
    }

    public JsonNode send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IOException(
                        method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return MAPPER.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    /** The status of that address at this moment, 0 where nothing answers. */
    static int status(HttpClient client, String address) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(Duration.ofSeconds(2))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
