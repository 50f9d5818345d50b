package io.erpsync.sandbox.fortnox.api;

import io.erpsync.sandbox.exchange.Json;
import io.erpsync.sandbox.fortnox.model.Grant;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes tokens that look like Fortnox's: a JWT with claims, though nobody checks its signature. */
final class BearerToken {

    private BearerToken() {}

    static String issue(Grant grant) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("tenantId", CompanyApi.databaseNumber(grant.tenant()));
        claims.put("userId", 1);
        claims.put("clientId", grant.client());
        claims.put("exp", grant.expires().getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return part(Json.write(Map.of("alg", "RS256", "typ", "JWT")))
                + "."
                + part(Json.write(claims))
                + "."
                + part(UUID.randomUUID().toString());
    }

    private static String part(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
