package io.erpsync.connector.fortnox;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.testkit.StandIn;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.Value;
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

/** The sandbox's Fortnox as the contract sees it. */
final class SandboxStandIn implements StandIn {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofSeconds(4);

    private final SandboxDoor door = new SandboxDoor();

    SandboxDoor door() {
        return door;
    }

    @Override
    public AccessSettings settings() {
        return settings(Map.of());
    }

    AccessSettings settings(Map<String, String> more) {
        Map<String, String> values =
                new HashMap<>(
                        Map.of(
                                "url", door.url(),
                                "auth-url", door.url(),
                                "tenant", "1",
                                "client-id", "demo",
                                "client-secret", "demo",
                                "company", "5566778899"));
        values.putAll(more);
        return new AccessSettings(new ConnectionName("acme"), values, TIMEOUT);
    }

    @Override
    public String seed(Fields fields) {
        ObjectNode customer = JsonNodeFactory.instance.objectNode();
        fields.values().forEach((name, value) -> customer.put(name, value.shown()));
        return seed(customer);
    }

    private String seed(ObjectNode customer) {
        return door.send("POST", "/sandbox/fortnox/1/seed", "[" + customer + "]")
                .path("numbers")
                .path(0)
                .asString("");
    }

    @Override
    public void change(String id, Fields fields) {
        ObjectNode customer = (ObjectNode) detail(id).deepCopy();
        fields.values().forEach((name, value) -> customer.put(name, value.shown()));
        seed(customer);
    }

    @Override
    public void remove(String id) {
        door.asUser("DELETE", CustomerReads.path(id));
    }

    @Override
    public Fields stored(String id) {
        return fields(detail(id));
    }

    private JsonNode detail(String id) {
        return door.asUser("GET", CustomerReads.path(id)).path("Customer");
    }

    @Override
    public List<Write> writes() {
        List<Write> writes = new ArrayList<>();
        for (JsonNode entry : door.send("GET", "/ledger?system=fortnox", "")) {
            String operation = entry.path("operation").asString("");
            if (!operation.equals("delete")) {
                writes.add(
                        new Write(
                                operation.equals("create"),
                                entry.path("id").asString(""),
                                fields(entry.path("fields"))));
            }
        }
        return writes;
    }

    private static Fields fields(JsonNode object) {
        Map<String, Value> fields = new TreeMap<>();
        object.properties()
                .forEach(
                        entry ->
                                fields.put(
                                        entry.getKey(), Value.text(entry.getValue().asString(""))));
        return Fields.of(fields);
    }

    @Override
    public void meet(Fault fault, On on) {
        List<String> methods =
                switch (on) {
                    case READ -> List.of("GET");
                    case WRITE -> List.of("POST", "PUT");
                };
        for (String method : methods) {
            door.send("POST", "/sandbox/faults", described(fault).put("method", method).toString());
        }
    }

    private static ObjectNode described(Fault fault) {
        ObjectNode described = JsonMapper.shared().createObjectNode().put("system", "fortnox");
        return switch (fault) {
            case LOST_ANSWER -> described.put("kind", "commit-then-drop");
            case LATE_ANSWER -> described.put("kind", "slow").put("delayMillis", LATE.toMillis());
            case RATE_LIMITED -> described.put("kind", "rate-limited");
            case SERVER_ERROR -> described.put("kind", "status").put("status", 503);
            case WEB_PAGE -> described.put("kind", "html");
            case EMPTY_ANSWER -> described.put("kind", "empty-200");
            case EXPIRED_TOKEN -> described.put("kind", "expired-token");
        };
    }

    @Override
    public void revokeCredentials() {
        door.send("POST", "/sandbox/fortnox/1/switches", "{\"consent\":false}");
        door.send("DELETE", "/sandbox/fortnox/1/tokens", "");
    }

    @Override
    public void becomeAnotherCompany() {
        door.send("POST", "/sandbox/fortnox/1", "{\"organisationNumber\":\"559000-0001\"}");
    }

    @Override
    public void close() {
        door.close();
    }
}
