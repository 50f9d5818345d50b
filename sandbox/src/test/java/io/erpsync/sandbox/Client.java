package io.erpsync.sandbox;

import io.erpsync.sandbox.exchange.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plain HTTP client of the sandbox, as anybody might write one. */
final class Client {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Client(String base) {
        this.base = base;
    }

    HttpResponse<String> lime(String method, String path, String body) throws IOException {
        return lime("demo", "demo", method, path, body);
    }

    HttpResponse<String> sync(String method, String path, String body) throws IOException {
        return lime("demo", "sync", method, path, body);
    }

    HttpResponse<String> lime(
            String application, String key, String method, String path, String body)
            throws IOException {
        String address = "/lime/" + application + "/api/v1/" + path;
        return send(method, address, body, "x-api-key", key, "Content-Type", "application/json");
    }

    HttpResponse<String> fortnox(String token, String method, String path, String body)
            throws IOException {
        return send(
                method,
                "/fortnox/3/" + path,
                body,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json",
                "Accept",
                "application/json");
    }

    HttpResponse<String> tokenFor(String tenant, String secret) throws IOException {
        String basic =
                Base64.getEncoder()
                        .encodeToString(("demo:" + secret).getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                "/fortnox/oauth-v1/token",
                "grant_type=client_credentials",
                "Authorization",
                "Basic " + basic,
                "TenantId",
                tenant,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    String token() throws IOException {
        return String.valueOf(object(tokenFor("1", "demo")).get("access_token"));
    }

    void fault(String json) throws IOException {
        HttpResponse<String> answer = send("POST", "/sandbox/faults", json);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    List<Map<String, @Nullable Object>> ledger(String query) throws IOException {
        return Json.readObjects(send("GET", "/ledger?" + query, "").body());
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException {
        String address = path.startsWith("http") ? path : base + path;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    static Map<String, @Nullable Object> object(HttpResponse<String> response) {
        return Json.readObject(response.body());
    }
}
