package io.erpsync.sandbox.fortnox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.sandbox.exchange.Json;
import io.erpsync.sandbox.fortnox.model.Grant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BearerTokenTest {

    @Test
    void claimsTheTenantInTheFormOfTheDatabaseNumber() {
        assertThat(claims("29302")).containsEntry("tenantId", 29302);
        assertThat(claims("acme")).containsEntry("tenantId", "acme");
    }

    private static Map<String, @Nullable Object> claims(String tenant) {
        String token = BearerToken.issue(new Grant(tenant, "demo", Instant.EPOCH));
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return Json.readObject(new String(claims, StandardCharsets.UTF_8));
    }
}
