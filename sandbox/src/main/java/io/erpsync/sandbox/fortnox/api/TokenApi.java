package io.erpsync.sandbox.fortnox.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.Json;
import io.erpsync.sandbox.fortnox.model.FortnoxTenant;
import io.erpsync.sandbox.fortnox.model.Grant;
import io.erpsync.sandbox.fortnox.model.TokenBook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The token server: {@code oauth-v1/token} and {@code oauth-v1/revoke}. */
final class TokenApi {

    private final Tenants tenants;
    private final TokenBook tokens;
    private final Clock clock;
    private final Duration life;

    TokenApi(Tenants tenants, TokenBook tokens, Clock clock, Duration life) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.clock = clock;
        this.life = life;
    }

    /** The refusal for a tenant that has not let this client in, or no longer does. */
    static ApiReply noConsent() {
        return error(400, "invalid_grant", "No consent for the tenant", "text/html");
    }

    ApiReply answer(ApiRequest request) {
        List<String> path = request.segments();
        if (path.size() != 3 || !request.method().equals("POST")) {
            return error(404, "not_found", "There is nothing here", "text/plain");
        }
        Client client = client(request.header("authorization"));
        if (client == null || !isKnown(client)) {
            return error(401, "invalid_client", "The client credentials are invalid", "text/plain");
        }
        return switch (path.get(2)) {
            case "token" -> token(request, client);
            case "revoke" -> ApiReply.json(200, Map.of("revoked", true));
            default -> error(404, "not_found", "There is nothing here", "text/plain");
        };
    }

    private ApiReply token(ApiRequest request, Client client) {
        Map<String, List<String>> form = form(request);
        String type = form.getOrDefault("grant_type", List.of("")).getFirst();
        return switch (type) {
            case "client_credentials" -> clientCredentials(request, client);
            case "refresh_token" ->
                    error(400, "invalid_grant", "Invalid refresh token", "text/html");
            case "authorization_code" ->
                    error(400, "invalid_grant", "Invalid authorization code", "text/html");
            case "" -> error(400, "invalid_request", "The grant type is missing", "text/html");
            default ->
                    error(
                            400,
                            "unsupported_grant_type",
                            "The grant type " + type + " is not supported",
                            "text/html");
        };
    }

    private ApiReply clientCredentials(ApiRequest request, Client client) {
        FortnoxTenant tenant = tenants.get(request.header("tenantid"));
        if (tenant == null || !letsIn(tenant, client) || !tenant.switches().consent()) {
            return noConsent();
        }
        Instant now = clock.instant();
        Grant grant = new Grant(tenant.company().tenant(), client.id(), now.plus(life));
        String token = BearerToken.issue(grant);
        tokens.add(token, grant, now);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("access_token", token);
        body.put("scope", String.join(" ", tenant.company().scopes().stream().sorted().toList()));
        body.put("expires_in", life.toSeconds());
        body.put("token_type", "bearer");
        return ApiReply.json(200, body);
    }

    private boolean isKnown(Client client) {
        return tenants.all().stream().anyMatch(tenant -> letsIn(tenant, client));
    }

    private static boolean letsIn(FortnoxTenant tenant, Client client) {
        return client.secret().equals(tenant.company().clients().get(client.id()));
    }

    private static Map<String, List<String>> form(ApiRequest request) {
        String type = request.header("content-type");
        return type != null && type.startsWith("application/x-www-form-urlencoded")
                ? formOf(request)
                : Map.of();
    }

    private static Map<String, List<String>> formOf(ApiRequest request) {
        return new ApiRequest(
                        request.method(),
                        request.path(),
                        request.body(),
                        request.headers(),
                        "",
                        request.clientAddress(),
                        request.origin(),
                        null)
                .query();
    }

    private static @Nullable Client client(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? null
                    : new Client(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static ApiReply error(int status, String error, String text, String contentType) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", text);
        // JSON under a wrong content type, as the real one sends it.
        return ApiReply.text(status, contentType, Json.write(body));
    }

    private record Client(String id, String secret) {}
}
