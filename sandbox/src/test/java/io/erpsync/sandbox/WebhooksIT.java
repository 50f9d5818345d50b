package io.erpsync.sandbox;

import static io.erpsync.sandbox.Client.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.erpsync.sandbox.exchange.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksIT {

    private final Sandbox sandbox = Sandbox.start();
    private final Client client = new Client(sandbox.baseUrl());
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final HttpServer subscriber;

    WebhooksIT() throws IOException {
        subscriber =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void subscribe() throws IOException {
        subscriber.createContext("/", this::take);
        subscriber.start();
        String body =
                Json.write(
                        Map.of(
                                "events",
                                List.of("company.new", "company.update", "company.delete"),
                                "target_url",
                                "http://127.0.0.1:" + subscriber.getAddress().getPort() + "/",
                                "secret",
                                "s3cret"));
        Map<String, @Nullable Object> created = object(client.sync("POST", "subscription/", body));
        assertThat(created).containsEntry("id", 1).containsEntry("enabled", true);
    }

    @AfterEach
    void close() {
        subscriber.stop(0);
        sandbox.close();
    }

    @Test
    void tellsOfEachSaveWithASignature() throws Exception {
        client.lime("POST", "limeobject/company/", "{\"name\":\"A\",\"buyingstatus\":\"active\"}");
        awaitBodies(1);
        client.lime("PUT", "limeobject/company/1001/", "{\"phone\":\"1\"}");
        awaitBodies(2);
        client.lime("DELETE", "limeobject/company/1001/", "");
        awaitBodies(3);

        Map<String, @Nullable Object> update = Json.readObject(bodies.get(1));
        assertThat(update).containsEntry("event", "company.update");
        Map<String, @Nullable Object> body = Json.object(update.get("body"));
        assertThat(Json.object(body.get("original_values"))).isEqualTo(Map.of("phone", ""));
        assertThat(Json.object(body.get("values")))
                .containsEntry("buyingstatus", "active")
                .containsEntry("updateduser", 3701)
                .containsKey("timestamp");
        assertThat(Json.object(Json.readObject(bodies.get(2)).get("body")))
                .isEqualTo(Map.of("id", 1001, "limetype", "company"));
        assertThat(signatures.get(1)).isEqualTo("sha256=" + hmac(bodies.get(1)));
    }

    @Test
    void repeatsAndReordersWhereSwitchedSo() throws IOException {
        client.send(
                "POST",
                "/sandbox/lime/demo/switches",
                "{\"webhook\":{\"duplicate\":true,\"reorder\":true}}");

        client.lime("POST", "limeobject/company/", "{\"name\":\"A\"}");
        client.lime("PUT", "limeobject/company/1001/", "{\"phone\":\"1\"}");

        awaitBodies(4);
    }

    @Test
    void staysSilentWhenDisabledOrGone() throws IOException {
        assertThat(object(client.sync("PUT", "subscription/1", "{\"enabled\":false}")))
                .containsEntry("enabled", false);
        assertThat(client.sync("GET", "subscription/?enabled=true", "").body()).isEqualTo("[]");
        client.lime("POST", "limeobject/company/", "{\"name\":\"A\"}");
        client.sync("PUT", "subscription/1", "{\"enabled\":true}");
        client.lime("PUT", "limeobject/company/1001/", "{\"phone\":\"1\"}");
        awaitBodies(1);

        assertThat(bodies.getFirst()).contains("company.update");
        assertThat(client.sync("DELETE", "subscription/1/", "").statusCode()).isEqualTo(204);
        assertThat(client.sync("GET", "subscription/1", "").statusCode()).isEqualTo(404);
    }

    private void awaitBodies(int count) {
        await().untilAsserted(() -> assertThat(bodies).hasSize(count));
    }

    private void take(HttpExchange exchange) throws IOException {
        String signature = exchange.getRequestHeaders().getFirst("X-Lime-Signature");
        signatures.add(signature == null ? "" : signature);
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static String hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
