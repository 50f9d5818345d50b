package io.erpsync.demo.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Fortnox as a program of its user sees it. */
final class Fortnox {

    private final Http http;
    private String token = "";

    Fortnox(Http http) {
        this.http = http;
    }

    String create(Map<String, Object> fields) throws IOException {
        return send("POST", "", Map.of("Customer", fields))
                .path("Customer")
                .path("CustomerNumber")
                .asString();
    }

    void edit(String number, Map<String, Object> fields) throws IOException {
        send("PUT", "/" + number, Map.of("Customer", fields));
    }

    JsonNode customer(String number) throws IOException {
        return send("GET", "/" + number, null).path("Customer");
    }

    int withRegistration(String registration) throws IOException {
        return send("GET", "?organisationnumber=" + registration, null).path("Customers").size();
    }

    private JsonNode send(
            String method, String path, @org.jspecify.annotations.Nullable Object body)
            throws IOException {
        return http.send(
                method,
                "/fortnox/3/customers" + path,
                body,
                Map.of("Authorization", "Bearer " + token()));
    }

    private String token() throws IOException {
        if (token.isEmpty()) {
            Map<String, String> headers = new HashMap<>();
            String credentials =
                    Base64.getEncoder()
                            .encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
            headers.put("Authorization", "Basic " + credentials);
            headers.put("TenantId", "1");
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            token =
                    http.send(
                                    "POST",
                                    "/fortnox/oauth-v1/token",
                                    "grant_type=client_credentials",
                                    headers)
                            .path("access_token")
                            .asString();
        }
        return token;
    }
}
