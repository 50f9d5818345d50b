package io.erpsync.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Both sides of one pair as people work in them: by the sandbox's page, so that neither faults nor
 * rate limits hit them, and the ledger knows them from the services. In Lime they are user 3701, in
 * Fortnox {@code page}. Fields are by name with their plain values; an option is its key.
 */
public final class Sides {

    private final Web web;
    private final Pair pair;

    Sides(Web web, Pair pair) {
        this.web = web;
        this.pair = pair;
    }

    public Pair pair() {
        return pair;
    }

    /** The id of a new company. */
    public String createInLime(Map<String, ?> fields) {
        return web.json("POST", lime(""), fields, Map.of()).path("id").asString("");
    }

    /** Refused edits throw. */
    public void editInLime(String id, Map<String, ?> fields) {
        web.json("PUT", lime("/" + id), fields, Map.of());
    }

    /** Presses the button on the card. */
    public void press(String id) {
        editInLime(id, Map.of("erp_status", "readyforfirstsync"));
    }

    public void deleteInLime(String id) {
        web.send(
                "DELETE",
                "/lime/" + pair.name() + "/api/v1/limeobject/company/" + id + "/",
                "",
                Map.of("x-api-key", Secrets.USER_KEY));
    }

    public JsonNode inLime(String id) {
        return web.get(lime("/" + id), Map.of());
    }

    public List<JsonNode> companies() {
        return each(web.get(lime(""), Map.of()));
    }

    public String status(String id) {
        return inLime(id).path("erp_status").asString("");
    }

    public String number(String id) {
        return inLime(id).path("erp_id").asString("");
    }

    /** The number of a new customer. An empty text empties a field. */
    public String createInErp(Map<String, ?> fields) {
        return web.json("POST", fortnox(""), fields, Map.of()).path("id").asString("");
    }

    public void editInErp(String number, Map<String, ?> fields) {
        web.json("PUT", fortnox("/" + number), fields, Map.of());
    }

    public JsonNode inErp(String number) {
        return web.get(fortnox("/" + number), Map.of());
    }

    public List<JsonNode> customers() {
        return each(web.get(fortnox(""), Map.of()));
    }

    /** Puts a company as it is, past all rules and without a ledger entry; its id. */
    public String seedInLime(Map<String, ?> fields) {
        return web.json(
                        "POST",
                        "/sandbox/lime/" + pair.name() + "/seed?type=company",
                        List.of(fields),
                        Map.of())
                .path("ids")
                .path(0)
                .asString("");
    }

    /** Puts a customer as it is, without a ledger entry; its number. */
    public String seedInErp(Map<String, ?> fields) {
        return web.json(
                        "POST",
                        "/sandbox/fortnox/" + pair.tenant() + "/seed",
                        List.of(fields),
                        Map.of())
                .path("numbers")
                .path(0)
                .asString("");
    }

    /** Changes how the Lime application behaves from now on. */
    public void switchLime(String key, Object value) {
        web.json(
                "POST", "/sandbox/lime/" + pair.name() + "/switches", Map.of(key, value), Map.of());
    }

    public void switchFortnox(String key, Object value) {
        web.json(
                "POST",
                "/sandbox/fortnox/" + pair.tenant() + "/switches",
                Map.of(key, value),
                Map.of());
    }

    /** Every accepted write of this pair on that side, oldest first. */
    public List<JsonNode> ledger(String system) {
        String account =
                system.equals("lime") ? "&application=" + pair.name() : "&tenant=" + pair.tenant();
        return each(web.get("/ledger?system=" + system + account, Map.of()));
    }

    /** Every status that company had, oldest first. */
    public List<JsonNode> statuses(String id) {
        return each(
                web.get(
                        "/ledger/status-history?type=company&id="
                                + id
                                + "&application="
                                + pair.name(),
                        Map.of()));
    }

    /** Which requests to this pair faults hit, oldest first. */
    public List<JsonNode> hits() {
        return each(web.get("/sandbox/faults/hits", Map.of())).stream()
                .filter(
                        hit -> {
                            String account = hit.path("account").asString("");
                            return account.equals(pair.name()) || account.equals(pair.tenant());
                        })
                .toList();
    }

    /** The plain values of a record; what is absent or null is the empty text. */
    public static Map<String, String> values(JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        node.properties()
                .forEach(
                        field ->
                                values.put(
                                        field.getKey(),
                                        field.getValue().isNull()
                                                ? ""
                                                : field.getValue().asString("")));
        return values;
    }

    private static List<JsonNode> each(JsonNode array) {
        List<JsonNode> each = new ArrayList<>();
        array.forEach(each::add);
        return each;
    }

    private String lime(String rest) {
        return "/page/lime/" + pair.name() + rest;
    }

    private String fortnox(String rest) {
        return "/page/fortnox/" + pair.tenant() + rest;
    }
}
