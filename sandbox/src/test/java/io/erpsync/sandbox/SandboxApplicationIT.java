package io.erpsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=sandbox",
            "sandbox.lime.applications.acme.keys.acme-key=7",
            "sandbox.lime.applications.acme.sync-user=7",
            "sandbox.fortnox.tenants.29302.client-id=demo",
            "sandbox.fortnox.tenants.29302.organisation-number=556000-0001"
        })
class SandboxApplicationIT {

    @LocalServerPort private int port;

    @Test
    void answersAsTheEmbeddedOneDoes() throws IOException {
        Client client = new Client("http://127.0.0.1:" + port);

        assertThat(client.send("GET", "/actuator/health", "").body()).contains("UP");
        assertThat(client.send("GET", "/", "").body()).contains("Sandbox");
        assertThat(client.lime("acme", "acme-key", "GET", "admin/users/7", "").body())
                .contains("erpsync@lime");
        assertThat(client.lime("GET", "limeobject/company/", "").statusCode()).isEqualTo(200);
        assertThat(client.tokenFor("29302", "demo").statusCode()).isEqualTo(200);
        assertThat(client.send("GET", "/nosuch", "").statusCode()).isEqualTo(404);
    }
}
