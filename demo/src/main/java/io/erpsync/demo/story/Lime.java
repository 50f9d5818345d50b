package io.erpsync.demo.story;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Lime CRM as an ordinary user sees it. */
final class Lime {

    private static final String COMPANIES = "/lime/demo/api/v1/limeobject/company/";
    private static final Map<String, String> USER = Map.of("x-api-key", "demo");

    private final Http http;

    Lime(Http http) {
        this.http = http;
    }

    String create(Map<String, Object> properties) throws IOException {
        return http.send("POST", COMPANIES, properties, USER).path("_id").asString();
    }

    void edit(String id, Map<String, Object> properties) throws IOException {
        http.send("PUT", COMPANIES + id + "/", properties, USER);
    }

    void pressButton(String id) throws IOException {
        edit(id, Map.of("erp_status", "readyforfirstsync"));
    }

    JsonNode company(String id) throws IOException {
        return http.send("GET", COMPANIES + id + "/", null, USER);
    }

    Optional<JsonNode> byNumber(String number) throws IOException {
        String query = "?erp_id=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
        JsonNode found =
                http.send("GET", COMPANIES + query, null, USER)
                        .path("_embedded")
                        .path("limeobjects");
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    String status(String id) throws IOException {
        return company(id).path("erp_status").path("key").asString();
    }

    /** Every status the company had so far, in order. */
    List<String> statuses(String id) throws IOException {
        List<String> statuses = new ArrayList<>();
        for (JsonNode entry :
                http.send("GET", "/ledger/status-history?type=company&id=" + id, null, Map.of())) {
            statuses.add(entry.path("status").asString());
        }
        return statuses;
    }
}
