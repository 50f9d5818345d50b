package io.erpsync.sandbox.page;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.Json;
import io.erpsync.sandbox.exchange.StandIn;
import io.erpsync.sandbox.exchange.UnreadableJson;
import io.erpsync.sandbox.fortnox.api.Tenants;
import io.erpsync.sandbox.fortnox.model.FortnoxRefusal;
import io.erpsync.sandbox.fortnox.model.FortnoxTenant;
import io.erpsync.sandbox.ledger.Ledger;
import io.erpsync.sandbox.lime.api.Installation;
import io.erpsync.sandbox.lime.api.Installations;
import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import io.erpsync.sandbox.lime.store.LimeApplication;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import io.erpsync.sandbox.lime.store.LimeUser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page at {@code /} and what it asks for under {@code /page}: what a person sees and does on
 * either side, past faults and rate limits. A GET shows all records, or one; a POST writes one.
 */
public final class PageDesk implements StandIn {

    private static final String PERSON = "page";

    private final Installations installations;
    private final Tenants tenants;
    private final Ledger ledger;

    public PageDesk(Installations installations, Tenants tenants, Ledger ledger) {
        this.installations = installations;
        this.tenants = tenants;
        this.ledger = ledger;
    }

    @Override
    public ApiReply answer(ApiRequest request) {
        List<String> path = request.segments();
        if (path.isEmpty()) {
            return html();
        }
        try {
            return switch (path.size() < 2 ? "" : path.get(1)) {
                case "state" -> state(request);
                case "lime" -> lime(request, path);
                case "fortnox" -> fortnox(request, path);
                default -> ApiReply.empty(404);
            };
        } catch (LimeRefusal | FortnoxRefusal | UnreadableJson | NumberFormatException refusal) {
            return ApiReply.json(400, Map.of("message", "" + refusal.getMessage()));
        }
    }

    private ApiReply state(ApiRequest request) {
        String application = orElse(request.parameter("application"), "demo");
        String tenant = orElse(request.parameter("tenant"), "1");
        Installation lime = installations.get(application);
        FortnoxTenant fortnox = tenants.get(tenant);
        return ApiReply.json(200, new PageState(installations, tenants, ledger).of(lime, fortnox));
    }

    private ApiReply lime(ApiRequest request, List<String> path) {
        Installation found = path.size() > 2 ? installations.get(path.get(2)) : null;
        if (found == null) {
            return ApiReply.empty(404);
        }
        LimeApplication application = found.application();
        if (request.method().equals("GET")) {
            return path.size() == 3
                    ? ApiReply.json(200, PageState.companies(application))
                    : company(application, Long.parseLong(path.get(3)));
        }
        LimeUser user = person(application);
        Map<String, @Nullable Object> body =
                emptied(Json.readObject(request.body()), application.limetype("company"));
        long id =
                path.size() == 3
                        ? application.create(user, "company", body).id()
                        : application
                                .update(user, "company", Long.parseLong(path.get(3)), body)
                                .id();
        return ApiReply.json(200, Map.of("id", id));
    }

    private ApiReply fortnox(ApiRequest request, List<String> path) {
        FortnoxTenant found = path.size() > 2 ? tenants.get(path.get(2)) : null;
        if (found == null) {
            return ApiReply.empty(404);
        }
        if (request.method().equals("GET")) {
            return path.size() == 3
                    ? ApiReply.json(200, PageState.customers(found))
                    : ApiReply.json(200, found.require(path.get(3), null).fields());
        }
        Map<String, @Nullable Object> body = Json.readObject(request.body());
        String number =
                path.size() == 3
                        ? found.create(PERSON, body).number()
                        : found.update(PERSON, path.get(3), cleared(body)).number();
        return ApiReply.json(200, Map.of("id", number));
    }

    private static ApiReply company(LimeApplication application, long id) {
        return ApiReply.json(200, PageState.company(application.require("company", id, null)));
    }

    /** Who empties an option in Lime's own window picks the choice that means none. */
    private static Map<String, @Nullable Object> emptied(
            Map<String, @Nullable Object> body, Limetype type) {
        body.replaceAll((name, value) -> "".equals(value) && isOption(type, name) ? null : value);
        return body;
    }

    private static boolean isOption(Limetype type, String name) {
        Property property = type.property(name);
        return property != null && property.type() == PropertyType.OPTION;
    }

    /** Who empties a field in Fortnox's own window does clear it, other than through its API. */
    private static Map<String, @Nullable Object> cleared(Map<String, @Nullable Object> body) {
        body.replaceAll((_, value) -> "".equals(value) ? "API_BLANK" : value);
        return body;
    }

    private static LimeUser person(LimeApplication application) {
        return application.users().stream()
                .filter(user -> !user.sync())
                .findFirst()
                .orElseThrow(() -> LimeRefusal.badRequest("There is no ordinary user"));
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static ApiReply html() {
        try (InputStream page =
                Objects.requireNonNull(PageDesk.class.getResourceAsStream("sandbox-page.html"))) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return ApiReply.text(200, "text/html;charset=utf-8", text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
