package io.erpsync.sandbox;

import static io.erpsync.sandbox.Client.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.sandbox.exchange.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FortnoxStandInIT {

    private final Sandbox sandbox = Sandbox.start();
    private final Client client = new Client(sandbox.baseUrl());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void handsOutTokensToItsClientsOnly() throws IOException {
        HttpResponse<String> granted = client.tokenFor("1", "demo");
        assertThat(object(granted))
                .containsEntry("expires_in", 3600)
                .containsEntry("token_type", "bearer")
                .containsKeys("access_token", "scope");

        HttpResponse<String> wrongSecret = client.tokenFor("1", "wrong");
        assertThat(wrongSecret.statusCode()).isEqualTo(401);
        assertThat(wrongSecret.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        assertThat(object(wrongSecret)).containsEntry("error", "invalid_client");

        HttpResponse<String> wrongTenant = client.tokenFor("2", "demo");
        assertThat(wrongTenant.statusCode()).isEqualTo(400);
        assertThat(object(wrongTenant)).containsEntry("error", "invalid_grant");
    }

    @Test
    void takesNoUnknownOrExpiredToken() throws IOException {
        String token = client.token();
        assertThat(client.fortnox(token, "GET", "companyinformation", "").body())
                .contains("\"OrganizationNumber\":\"556677-8899\"", "\"DatabaseNumber\":1");

        client.send("DELETE", "/sandbox/fortnox/1/tokens", "");

        HttpResponse<String> refused = client.fortnox(token, "GET", "customers", "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"message\":\"unauthorized\"}");
    }

    @Test
    void createsReadsChangesListsAndDeletesACustomerAsRecorded() throws IOException {
        String token = client.token();

        HttpResponse<String> created =
                client.fortnox(
                        token,
                        "POST",
                        "customers",
                        "{\"Customer\":{\"Name\":\"Björkö\",\"CountryCode\":\"SE\",\"Phone1\":\"1\"}}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue("customers");
        assertThat(created.headers().firstValue("Server")).hasValue("Fortnox");
        assertThat(created.headers().firstValue("Date").orElseThrow()).endsWith("GMT");
        assertThat(customer(created))
                .containsEntry("CustomerNumber", "1001")
                .containsEntry("Country", "Sverige")
                .containsEntry("Address1", null)
                .containsEntry("EmailInvoice", "");

        HttpResponse<String> changed =
                client.fortnox(
                        token, "PUT", "customers/1001", "{\"Customer\":{\"City\":\"Lund\"}}");
        assertThat(customer(changed)).containsEntry("City", "Lund").containsEntry("Name", "Björkö");
        assertThat(client.fortnox(token, "GET", "customers?name=BJ%C3%96", "").statusCode())
                .isEqualTo(200);
        assertThat(client.fortnox(token, "GET", "customers?city=lun&phone=1", "").body())
                .contains("\"@TotalResources\":1", "\"Phone\":\"1\"", "\"Address1\":\"\"")
                .doesNotContain("Phone1", "Active");

        assertThat(client.fortnox(token, "DELETE", "customers/1001", "").statusCode())
                .isEqualTo(204);
        HttpResponse<String> gone = client.fortnox(token, "GET", "customers/1001", "");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body())
                .isEqualTo(
                        "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Kan inte hitta kunden.\",\"Code\":2000433}}");
        assertThat(client.ledger("system=fortnox&id=1001")).hasSize(3);
    }

    @Test
    void refusesWithItsOwnCodes() throws IOException {
        String token = client.token();

        assertThat(client.fortnox(token, "GET", "customers?filter=x", "").body())
                .isEqualTo(
                        "{\"ErrorInformation\":{\"error\":1,\"message\":\"Ett ogiltigt filter har använts.\",\"code\":2000587}}");
        assertThat(client.fortnox(token, "GET", "customers?modified=x", "").body())
                .contains("2000588");
        assertThat(client.fortnox(token, "POST", "customers", "{").body()).contains("2002115");
        assertThat(client.fortnox(token, "POST", "customers", "").body()).contains("2001392");
        assertThat(client.fortnox(token, "POST", "customers", "{\"Name\":\"A\"}").body())
                .contains("2001392");
        assertThat(client.fortnox(token, "POST", "customers", "{\"Customer\":{\"X\":1}}").body())
                .contains("2001399");
        assertThat(
                        client.send(
                                        "GET",
                                        "/fortnox/3/customers",
                                        "",
                                        "Authorization",
                                        "Bearer " + token,
                                        "Accept",
                                        "text/csv")
                                .body())
                .contains("1000030");
        assertThat(client.ledger("system=fortnox")).isEmpty();
    }

    @Test
    void knowsNoOtherAddressVersionOrMethodAndSaysSoWithoutACode() throws IOException {
        String token = client.token();
        List<String> unknown =
                List.of(
                        "/fortnox/2/customers",
                        "/fortnox/v3/companyinformation",
                        "/fortnox/customers",
                        "/fortnox/3",
                        "/fortnox/3/nosuch",
                        "/fortnox/3/settings/company/1",
                        "/fortnox/3/customers/1/2");

        for (String address : unknown) {
            HttpResponse<String> answer =
                    client.send("GET", address, "", "Authorization", "Bearer " + token);
            assertThat(answer.statusCode()).as(address).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("{\"message\":\"not found\"}");
        }
        HttpResponse<String> wrongMethod = client.fortnox(token, "PATCH", "customers/1", "{}");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.body()).isEqualTo("{\"message\":\"method not allowed\"}");
    }

    @Test
    void refusesTheTwentySixthRequestInFiveSeconds() throws IOException {
        String token = client.token();
        int refused = 0;
        for (int i = 0; i < 30; i++) {
            HttpResponse<String> answer = client.fortnox(token, "GET", "companyinformation", "");
            refused += answer.statusCode() == 429 ? 1 : 0;
        }

        assertThat(refused).isEqualTo(5);
        assertThat(client.send("GET", "/sandbox/traffic/fortnox", "").body())
                .contains(
                        "\"caller\":\"1/demo\",\"admitted\":25,\"refused\":5,\"busiestWindow\":25");
    }

    @Test
    void letsNobodyInWithoutScopeOrConsent() throws IOException {
        client.send("POST", "/sandbox/fortnox/7", "{\"scopes\":[\"companyinformation\"]}");
        String token = String.valueOf(object(client.tokenFor("7", "demo")).get("access_token"));

        HttpResponse<String> refused = client.fortnox(token, "GET", "customers", "");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("2000663");
        client.send("POST", "/sandbox/fortnox/7/switches", "{\"consent\":false}");
        assertThat(client.tokenFor("7", "demo").statusCode()).isEqualTo(400);
    }

    @Test
    void seedsThousandsOfCustomersWithoutALedgerEntry() throws IOException {
        StringBuilder seed = new StringBuilder("[");
        for (int i = 0; i < 5000; i++) {
            seed.append(i == 0 ? "" : ",").append("{\"Name\":\"Kund ").append(i).append("\"}");
        }
        client.send("POST", "/sandbox/fortnox/1/seed", seed.append("]").toString());

        HttpResponse<String> page =
                client.fortnox(client.token(), "GET", "customers?limit=500&page=10", "");

        assertThat(Json.object(object(page).get("MetaInformation")))
                .containsEntry("@TotalResources", 5000)
                .containsEntry("@TotalPages", 10)
                .containsEntry("@CurrentPage", 10);
        assertThat(client.ledger("")).isEmpty();
    }

    private static Map<String, @Nullable Object> customer(HttpResponse<String> answer) {
        return Json.object(object(answer).get("Customer"));
    }
}
