package io.erpsync.sandbox;

import static io.erpsync.sandbox.Client.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.sandbox.exchange.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimeStandInIT {

    private final Sandbox sandbox = Sandbox.start();
    private final Client client = new Client(sandbox.baseUrl());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void letsInOnlyWhoHasAKey() throws IOException {
        assertThat(client.lime("GET", "", "").statusCode()).isEqualTo(200);
        assertThat(client.lime("demo", "wrong", "GET", "", "").statusCode()).isEqualTo(401);
        assertThat(client.send("GET", "/lime/demo/api/v1/", "").statusCode()).isEqualTo(401);
        assertThat(client.lime("nosuch", "demo", "GET", "", "").statusCode()).isEqualTo(404);
    }

    @Test
    void createsReadsChangesAndDeletesARecordAsDocumented() throws IOException {
        HttpResponse<String> created =
                client.lime("POST", "limeobject/company/", "{\"name\":\"Nordlys\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        String address = created.headers().firstValue("Location").orElseThrow();
        assertThat(address)
                .isEqualTo(sandbox.baseUrl() + "/lime/demo/api/v1/limeobject/company/1001/");

        HttpResponse<String> changed =
                client.lime(
                        "PUT",
                        "limeobject/company/1001",
                        "{\"buyingstatus\":\"active\",\"erp_firstsynced\":\"2025-06-11T12:05:06.000Z\"}");
        assertThat(changed.statusCode()).isEqualTo(200);
        Map<String, @Nullable Object> company =
                object(client.send("GET", address, "", "X-API-Key", "demo"));
        assertThat(company)
                .containsEntry("_id", 1001)
                .containsEntry("_descriptive", "Nordlys")
                .containsEntry("_createduser", 3701)
                .containsEntry("coworker", null)
                .containsEntry("erp_firstsynced", "2025-06-11T14:05:06.000000+02:00");
        assertThat(Json.object(company.get("buyingstatus")))
                .containsEntry("key", "active")
                .containsEntry("text", "Active")
                .containsKey("id");
        assertThat(String.valueOf(company.get("_timestamp")))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d\\d[037]000\\+0[12]:00");

        assertThat(client.lime("DELETE", "limeobject/company/1001/", "").statusCode())
                .isEqualTo(204);
        assertThat(client.lime("GET", "limeobject/company/1001/", "").statusCode()).isEqualTo(404);
        assertThat(client.ledger("system=lime"))
                .extracting(entry -> entry.get("operation"))
                .containsExactly("create", "update", "delete");
    }

    @Test
    void followsItsOwnNextLinksOfBothForms() throws IOException {
        client.send("POST", "/sandbox/lime/demo/seed", companies(25));

        assertThat(idsOverAllPages("limeobject/company/")).hasSize(25).doesNotHaveDuplicates();
        client.send("POST", "/sandbox/lime/demo/switches", "{\"offsetIdLinks\":true}");
        assertThat(idsOverAllPages("limeobject/company/?_limit=7&_sort=-_timestamp"))
                .hasSize(25)
                .doesNotHaveDuplicates();
    }

    @Test
    void embedsAndFollowsRelations() throws IOException {
        client.lime("POST", "limeobject/coworker/", "{\"name\":\"Sara\",\"email\":\"s@x.se\"}");
        client.lime("POST", "limeobject/company/", "{\"name\":\"A\",\"coworker\":1001}");
        client.lime("POST", "limeobject/person/", "{\"name\":\"P\",\"company\":1002}");

        Map<String, @Nullable Object> company =
                object(client.lime("GET", "limeobject/company/1002/?_embed=coworker", ""));
        assertThat(Json.object(Json.object(company.get("_embedded")).get("relation_coworker")))
                .containsEntry("email", "s@x.se");
        assertThat(object(client.lime("GET", "limeobject/company/1002/coworker/", "")))
                .containsEntry("name", "Sara");
        assertThat(client.lime("GET", "limeobject/company/1002/person/", "").body())
                .contains("\"limeobjects\":[{\"name\":\"P\"");
        assertThat(object(client.lime("GET", "limeobject/company/1002/person/new/", "")))
                .containsEntry("company", 1002);
    }

    @Test
    void describesItsDataModel() throws IOException {
        Map<String, @Nullable Object> name =
                object(client.lime("GET", "limetype/company/name/", ""));
        assertThat(name).containsEntry("type", "string").containsEntry("length", 200);
        assertThat(client.lime("GET", "limetype/?_embed=limetypes.properties", "").body())
                .contains("\"erp_status\"");
        assertThat(client.lime("GET", "limetype/company/?_embed=properties", "").body())
                .contains("\"related_type\"");
        assertThat(
                        client.lime(
                                        "fresh",
                                        "demo",
                                        "GET",
                                        "limetype/company/?_embed=properties",
                                        "")
                                .body())
                .doesNotContain("erp_");
    }

    @Test
    void answersQueriesByGetAndPost() throws IOException {
        client.lime("POST", "limeobject/company/", "{\"name\":\"A\",\"phone\":\"123\"}");
        client.lime("POST", "limeobject/company/", "{\"name\":\"B\"}");
        client.lime("POST", "limeobject/person/", "{\"name\":\"P\",\"company\":1001}");
        String query =
                """
                {"limetype":"person","responseFormat":{"object":{"_id":null,"erp_status":null,
                 "company":{"name":null}}},"orderBy":[{"_id":"DESC"}],"limit":0,
                 "filter":{"op":"AND","exp":[{"key":"company.phone","op":"?","exp":"2"},
                 {"key":"_timestamp","op":">","exp":"2020-06-11T12:00:00Z"}]}}""";

        HttpResponse<String> got =
                client.lime(
                        "GET", "query/?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "");
        HttpResponse<String> posted = client.lime("POST", "query/", query);

        assertThat(got.body())
                .isEqualTo(
                        "{\"objects\":[{\"_id\":1003,\"erp_status\":\"empty\",\"company\":{\"name\":\"A\"}}]}");
        assertThat(posted.body()).isEqualTo(got.body());
        assertThat(client.lime("POST", "query/", "{\"limetype\":\"person\"}").statusCode())
                .isEqualTo(400);
        assertThat(client.lime("GET", "query/", "").statusCode()).isEqualTo(400);
    }

    @Test
    void tellsWhoAKeyBelongsTo() throws IOException {
        assertThat(object(client.sync("GET", "admin/users/2701", "")))
                .containsEntry("username", "erpsync@lime");
        assertThat(users("?active=true&user_type=api")).hasSize(2);
        assertThat(users("?active=&user_type=&_limit=")).hasSize(2);
        assertThat(users("?active=false")).isEmpty();
        assertThat(users("?_limit=1")).hasSize(1);
        assertThat(client.sync("GET", "admin/users/?_limit=0", "").statusCode()).isEqualTo(400);
        assertThat(client.sync("GET", "admin/users/?_limit=x", "").statusCode()).isEqualTo(400);
    }

    private List<Map<String, @Nullable Object>> users(String query) throws IOException {
        return Json.readObjects(client.sync("GET", "admin/users/" + query, "").body());
    }

    @Test
    void letsOnlySomeUsersSeeUsersAndSubscriptions() throws IOException {
        client.send(
                "POST",
                "/sandbox/lime/acme",
                """
                {"keys":[{"key":"plain"},{"key":"sync","sync":true},
                 {"key":"hooks","rights":"webhooks"},
                 {"key":"barred","sync":true,"rights":"none"}]}""");

        assertThat(statuses("plain")).containsExactly(200, 403, 403, 403);
        assertThat(statuses("hooks")).containsExactly(200, 200, 200, 403);
        assertThat(statuses("sync")).containsExactly(200, 200, 200, 200);
        assertThat(statuses("barred")).containsExactly(200, 403, 403, 403);
        assertThat(object(client.lime("GET", "subscription/", "")))
                .containsEntry("status", 403)
                .extractingByKey("message")
                .asString()
                .contains("demo@lime", "Webhook Users");
        assertThat(
                        client.send("POST", "/sandbox/lime/acme", "{\"keys\":[{\"rights\":\"x\"}]}")
                                .statusCode())
                .isEqualTo(400);
    }

    private List<Integer> statuses(String key) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (String path :
                List.of(
                        "limeobject/company/",
                        "subscription/",
                        "subscription/available/",
                        "admin/users/")) {
            statuses.add(client.lime("acme", key, "GET", path, "").statusCode());
        }
        return statuses;
    }

    @Test
    void refusesTooManyRequests() throws IOException {
        client.send("POST", "/sandbox/traffic/lime", "{\"requests\":3,\"retryAfter\":true}");
        for (int i = 0; i < 3; i++) {
            assertThat(client.lime("GET", "", "").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = client.lime("GET", "", "");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void refusesBrokenBodiesAndUnknownMethods() throws IOException {
        assertThat(client.lime("POST", "limeobject/company/", "{").statusCode()).isEqualTo(400);
        assertThat(client.lime("POST", "limeobject/company/", "[]").statusCode()).isEqualTo(400);
        assertThat(client.lime("PATCH", "limeobject/company/", "{}").statusCode()).isEqualTo(405);
        assertThat(client.lime("GET", "limeobject/nosuch/", "").statusCode()).isEqualTo(404);
        assertThat(object(client.lime("GET", "limeobject/company/x/", "")))
                .containsEntry("status", 404)
                .containsKey("message");
    }

    @Test
    void keepsApplicationsApart() throws IOException {
        client.send(
                "POST",
                "/sandbox/lime/acme%20ab",
                "{\"keys\":[{\"key\":\"k1\",\"user\":9,\"sync\":true}],\"trigger\":false}");
        client.lime("acme%20ab", "k1", "POST", "limeobject/company/", "{\"name\":\"A\"}");

        assertThat(client.lime("acme%20ab", "demo", "GET", "", "").statusCode()).isEqualTo(401);
        assertThat(client.lime("GET", "limeobject/company/", "").body())
                .contains("\"limeobjects\":[]");
        assertThat(client.ledger("application=acme%20ab")).hasSize(1);
    }

    private List<Object> idsOverAllPages(String path) throws IOException {
        List<Object> ids = new ArrayList<>();
        String next = sandbox.baseUrl() + "/lime/demo/api/v1/" + path;
        while (!next.isEmpty()) {
            Map<String, @Nullable Object> page =
                    object(client.send("GET", next, "", "x-api-key", "demo"));
            Object objects = Json.object(page.get("_embedded")).get("limeobjects");
            for (var each : Json.readObjects(Json.write(objects))) {
                ids.add(String.valueOf(each.get("_id")));
            }
            Object link = Json.object(page.get("_links")).get("next");
            next = link == null ? "" : String.valueOf(Json.object(link).get("href"));
        }
        return ids;
    }

    private static String companies(int count) {
        List<Map<String, Object>> companies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            companies.add(Map.of("name", "N" + i, "_timestamp", "2025-06-11T12:00:00Z"));
        }
        return Json.write(companies);
    }

    @Test
    void keepsTheValuesOfAPropertyThatIsRenamed() throws IOException {
        client.lime("POST", "limeobject/company/", "{\"name\":\"Nordlys\",\"phone\":\"046-1\"}");

        HttpResponse<String> renamed =
                client.send(
                        "POST",
                        "/sandbox/lime/demo/rename",
                        "{\"property\":\"phone\",\"to\":\"telephone\"}");

        assertThat(renamed.statusCode()).isEqualTo(204);
        assertThat(object(client.lime("GET", "limeobject/company/1001/", "")))
                .containsEntry("telephone", "046-1")
                .doesNotContainKey("phone");
        assertThat(client.lime("GET", "limetype/company/phone/", "").statusCode()).isEqualTo(404);
        assertThat(client.lime("GET", "limetype/company/telephone/", "").statusCode())
                .isEqualTo(200);
        assertThat(
                        client.lime("PUT", "limeobject/company/1001/", "{\"phone\":\"046-2\"}")
                                .statusCode())
                .isEqualTo(400);
    }
}
