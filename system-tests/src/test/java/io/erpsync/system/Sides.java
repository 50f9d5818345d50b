package io.erpsync.system;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Both sides of one pair as their users work in them. */
final class Sides {

    private static final Map<String, String> USER = Map.of("x-api-key", "demo");

    private final Web web;
    private final Pair pair;
    private final String token;

    Sides(Web web, Pair pair) {
        this.web = web;
        this.pair = pair;
        String basic =
                Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
        this.token =
                web.send(
                                "POST",
                                "/fortnox/oauth-v1/token",
                                "grant_type=client_credentials",
                                Map.of(
                                        "Authorization",
                                        "Basic " + basic,
                                        "TenantId",
                                        pair.tenant(),
                                        "Content-Type",
                                        "application/x-www-form-urlencoded"))
                        .path("access_token")
                        .asString();
    }

    String createInLime(Map<String, Object> fields) {
        return web.json("POST", companies(), fields, USER).path("_id").asString();
    }

    void editInLime(String id, Map<String, Object> fields) {
        web.json("PUT", companies() + id + "/", fields, USER);
    }

    JsonNode inLime(String id) {
        return web.get(companies() + id + "/", USER);
    }

    String createInErp(Map<String, Object> fields) {
        return customers("POST", "", Map.of("Customer", fields))
                .path("Customer")
                .path("CustomerNumber")
                .asString();
    }

    void editInErp(String number, Map<String, Object> fields) {
        customers("PUT", "/" + number, Map.of("Customer", fields));
    }

    JsonNode inErp(String number) {
        return web.get("/fortnox/3/customers/" + number, bearer()).path("Customer");
    }

    JsonNode ledger(String system) {
        String account =
                system.equals("lime") ? "&application=" + pair.name() : "&tenant=" + pair.tenant();
        return web.get("/ledger?system=" + system + account, Map.of());
    }

    JsonNode statuses(String id) {
        return web.get(
                "/ledger/status-history?type=company&id=" + id + "&application=" + pair.name(),
                Map.of());
    }

    private JsonNode customers(String method, String path, Object body) {
        return web.json(method, "/fortnox/3/customers" + path, body, bearer());
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + token);
    }

    private String companies() {
        return "/lime/" + pair.name() + "/api/v1/limeobject/company/";
    }
}
