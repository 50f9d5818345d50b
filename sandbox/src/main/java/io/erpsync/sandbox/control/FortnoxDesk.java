package io.erpsync.sandbox.control;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.Json;
import io.erpsync.sandbox.exchange.JsonFields;
import io.erpsync.sandbox.fortnox.api.Tenants;
import io.erpsync.sandbox.fortnox.model.Company;
import io.erpsync.sandbox.fortnox.model.FortnoxSwitches;
import io.erpsync.sandbox.fortnox.model.FortnoxSwitches.ErrorCasing;
import io.erpsync.sandbox.fortnox.model.FortnoxTenant;
import io.erpsync.sandbox.fortnox.model.TokenBook;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Fortnox companies: {@code /sandbox/fortnox/{tenant}...}. */
final class FortnoxDesk {

    private static final List<String> SCOPES =
            List.of("customer", "companyinformation", "settings");

    private final Tenants tenants;
    private final TokenBook tokens;

    FortnoxDesk(Tenants tenants, TokenBook tokens) {
        this.tenants = tenants;
        this.tokens = tokens;
    }

    ApiReply answer(ApiRequest request, List<String> path) {
        if (path.size() == 2) {
            return ApiReply.json(
                    200, tenants.all().stream().map(one -> one.company().tenant()).toList());
        }
        String id = path.get(2);
        if (path.size() == 3) {
            return switch (request.method()) {
                case "POST" -> create(id, JsonFields.of(request.body()));
                case "DELETE" -> ApiReply.empty(tenants.remove(id) ? 204 : 404);
                case "GET" -> withFound(id, FortnoxDesk::described);
                default -> ApiReply.empty(405);
            };
        }
        return switch (request.method() + " " + path.get(3)) {
            case "POST switches" -> withFound(id, found -> switched(found, request));
            case "POST seed" -> withFound(id, found -> seeded(found, request));
            case "DELETE tokens" -> {
                tokens.expireAll(grant -> grant.tenant().equals(id));
                yield ApiReply.empty(204);
            }
            default -> ApiReply.empty(404);
        };
    }

    private ApiReply create(String id, JsonFields fields) {
        List<String> scopes = fields.has("scopes") ? fields.texts("scopes") : SCOPES;
        Company company =
                new Company(
                        id,
                        fields.text("companyName", "Testbolaget " + id + " AB"),
                        fields.text("organisationNumber", "556677-8899"),
                        Map.of(
                                fields.text("clientId", "demo"),
                                fields.text("clientSecret", "demo")),
                        Set.copyOf(scopes),
                        fields.number("firstNumber", 1001));
        FortnoxTenant tenant = tenants.create(company);
        tenant.switches(switches(tenant.switches(), fields));
        return ApiReply.json(201, Map.of("tenant", id));
    }

    private static ApiReply switched(FortnoxTenant found, ApiRequest request) {
        found.switches(switches(found.switches(), JsonFields.of(request.body())));
        return described(found);
    }

    private static FortnoxSwitches switches(FortnoxSwitches before, JsonFields fields) {
        String casing = fields.text("errorCasing", before.errorCasing().name());
        return new FortnoxSwitches(
                ErrorCasing.valueOf(casing.toUpperCase(Locale.ROOT)),
                fields.flag("inclusive", before.inclusive()),
                Duration.ofMillis(fields.number("lagMillis", before.lag().toMillis())),
                fields.flag("consent", before.consent()));
    }

    private static ApiReply seeded(FortnoxTenant found, ApiRequest request) {
        List<String> numbers =
                Json.readObjects(request.body()).stream()
                        .map(record -> seed(found, new LinkedHashMap<>(record)))
                        .toList();
        return ApiReply.json(201, Map.of("numbers", numbers));
    }

    private static String seed(FortnoxTenant found, Map<String, @Nullable Object> record) {
        Object modified = record.remove("_modified");
        return found.seed(record, modified == null ? null : Instant.parse(modified.toString()))
                .number();
    }

    private static ApiReply described(FortnoxTenant found) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("tenant", found.company().tenant());
        written.put("companyName", found.company().name());
        written.put("organisationNumber", found.company().organisationNumber());
        written.put("switches", found.switches());
        return ApiReply.json(200, written);
    }

    private ApiReply withFound(String id, Function<FortnoxTenant, ApiReply> answer) {
        FortnoxTenant found = tenants.get(id);
        return found == null ? ApiReply.empty(404) : answer.apply(found);
    }
}
