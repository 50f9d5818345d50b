package io.erpsync.connector.lime;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.testkit.StandIn;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.Value;
import io.erpsync.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's Lime as the contract sees it: application {@code demo}, through the sync user. */
final class SandboxLime implements StandIn {

    static final String SYNC_USER = "2701";

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofSeconds(4);
    private static final String API = "/lime/demo/api/v1/";

    /** Unlike any word that could be printed for another reason. */
    private static final String KEY = "4t7-9Qx-k3y";

    private final Sandbox sandbox = Sandbox.start();
    private final HttpClient client = HttpClient.newHttpClient();

    SandboxLime() {
        control(
                "POST",
                "/sandbox/lime/demo",
                "{\"keys\":[{\"key\":\"demo\",\"rights\":\"webhooks\"},{\"key\":\"%s\",\"sync\":true}]}"
                        .formatted(KEY));
    }

    @Override
    public AccessSettings settings() {
        return settings("demo", Map.of());
    }

    AccessSettings settings(String application, Map<String, String> more) {
        Map<String, String> values = new HashMap<>();
        values.put("url", sandbox.baseUrl() + "/lime/" + application);
        values.put("api-key", application.equals("demo") ? KEY : "sync");
        values.put("sync-user", SYNC_USER);
        values.put("page-size", "10");
        values.putAll(more);
        return new AccessSettings(new ConnectionName("acme"), values, TIMEOUT);
    }

    @Override
    public String seed(Fields fields) {
        return seed("company", json(fields));
    }

    /** Puts a record of another type or with properties that are no text there. */
    String seed(String limetype, ObjectNode properties) {
        return control("POST", "/sandbox/lime/demo/seed?type=" + limetype, "[" + properties + "]")
                .path("ids")
                .path(0)
                .asString("");
    }

    @Override
    public void change(String id, Fields fields) {
        asUser("PUT", "limeobject/company/" + id + "/", json(fields).toString());
    }

    @Override
    public void remove(String id) {
        asUser("DELETE", "limeobject/company/" + id + "/", "");
    }

    @Override
    public Fields stored(String id) {
        return fields(asUser("GET", "limeobject/company/" + id + "/", ""));
    }

    @Override
    public List<Write> writes() {
        List<Write> writes = new ArrayList<>();
        for (JsonNode entry : control("GET", "/ledger?system=lime&caller=" + SYNC_USER, "")) {
            writes.add(
                    new Write(
                            entry.path("operation").asString("").equals("create"),
                            entry.path("id").asString(""),
                            fields(entry.path("fields"))));
        }
        return writes;
    }

    @Override
    public void meet(Fault fault, On on) {
        // What asks for metadata is neither: it is remembered, and comes or does not.
        ObjectNode described = described(fault).put("pathRegex", "^(?!.*/limetype/)");
        switch (on) {
            case READ -> described.put("method", "GET");
            case WRITE -> described.put("bodyRegex", "\\{");
        }
        if (fault != Fault.EXPIRED_TOKEN) { // a key of Lime does not expire
            meet(described);
        }
    }

    /** As the sandbox itself spells a fault. */
    void meet(ObjectNode fault) {
        control("POST", "/sandbox/faults", fault.put("system", "lime").toString());
    }

    static ObjectNode fault(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    private static ObjectNode described(Fault fault) {
        return switch (fault) {
            case LOST_ANSWER -> fault("commit-then-drop");
            case LATE_ANSWER -> fault("slow").put("delayMillis", LATE.toMillis());
            case RATE_LIMITED, EXPIRED_TOKEN -> fault("rate-limited");
            case SERVER_ERROR -> fault("status").put("status", 503);
            case WEB_PAGE -> fault("html");
            case EMPTY_ANSWER -> fault("empty-200");
        };
    }

    @Override
    public void revokeCredentials() {
        control("POST", "/sandbox/lime/demo", "{\"keys\":[{\"key\":\"new\",\"sync\":true}]}");
    }

    @Override
    public void becomeAnotherCompany() {
        throw new UnsupportedOperationException("a Lime application is its address");
    }

    /** Sends to Lime as an ordinary user. */
    JsonNode asUser(String method, String path, String body) {
        return exchange(method, API + path, body);
    }

    /** Sends to the sandbox itself. */
    JsonNode control(String method, String path, String body) {
        return exchange(method, path, body);
    }

    private JsonNode exchange(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                        .header("x-api-key", "demo")
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + ": " + response.statusCode() + response.body());
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static ObjectNode json(Fields fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.values().forEach((name, value) -> object.put(name, value.shown()));
        return object;
    }

    private static Fields fields(JsonNode object) {
        Map<String, Value> fields = new TreeMap<>();
        object.properties()
                .forEach(
                        entry ->
                                fields.put(
                                        entry.getKey(),
                                        Value.text(
                                                entry.getValue().isObject()
                                                        ? entry.getValue().path("key").asString("")
                                                        : entry.getValue().asString(""))));
        return Fields.of(fields);
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}
