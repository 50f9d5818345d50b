package io.erpsync.sandbox;

import static io.erpsync.sandbox.Client.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageIT {

    private final Sandbox sandbox = Sandbox.start();
    private final Client client = new Client(sandbox.baseUrl());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void needsNothingFromElsewhere() throws IOException {
        HttpResponse<String> page = client.send("GET", "/", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("Send to Fortnox").doesNotContain("http://", "https://");
    }

    @Test
    void letsAPersonEditEitherSide() throws IOException {
        client.send("POST", "/page/lime/demo", "{\"name\":\"A\"}");
        client.send("PUT", "/page/lime/demo/1001", "{\"erp_status\":\"readyforfirstsync\"}");
        client.send("POST", "/page/fortnox/1", "{\"Name\":\"A\",\"City\":\"Lund\"}");
        client.send("PUT", "/page/fortnox/1/1001", "{\"City\":\"\"}");

        assertThat(client.send("PUT", "/page/lime/demo/1001", "{\"name\":\"\"}").body())
                .contains("name is required");
        assertThat(object(client.send("GET", "/page/state", "")))
                .containsEntry("companyCount", 1)
                .containsEntry("customerCount", 1)
                .containsEntry("ledgerCount", 4);
        assertThat(client.ledger("system=fortnox"))
                .extracting(entry -> entry.get("caller"))
                .containsOnly("page");
        assertThat(client.send("GET", "/ledger/status-history?type=company&id=1001", "").body())
                .contains("\"status\":\"readyforfirstsync\"", "\"setter\":\"3701\"");
    }

    @Test
    void emptiesAnOptionThatAPersonLeavesBlank() throws IOException {
        client.send("POST", "/page/lime/demo", "{\"name\":\"A\",\"pricelist\":\"a\"}");

        client.send("PUT", "/page/lime/demo/1001", "{\"pricelist\":\"\"}");

        assertThat(object(client.send("GET", "/page/lime/demo/1001", "")))
                .containsEntry("pricelist", "empty")
                .containsEntry("pricelist_text", "");
    }

    @Test
    void showsWhatAPersonSeesPastFaultsAndLimits() throws IOException {
        client.send("POST", "/sandbox/faults", "{\"kind\":\"status\",\"probability\":1}");
        client.send("POST", "/page/lime/demo", "{\"name\":\"A\"}");
        client.send("POST", "/page/fortnox/1", "{\"Name\":\"B\"}");

        assertThat(object(client.send("GET", "/page/lime/demo/1001", "")))
                .containsEntry("name", "A");
        assertThat(object(client.send("GET", "/page/fortnox/1/1001", "")))
                .containsEntry("Name", "B");
        assertThat(client.send("GET", "/page/lime/demo", "").body()).startsWith("[{\"_id\":1001");
        assertThat(client.send("GET", "/page/fortnox/1", "").body()).contains("\"Name\":\"B\"");
    }
}
