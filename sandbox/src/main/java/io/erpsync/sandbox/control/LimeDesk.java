package io.erpsync.sandbox.control;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.Json;
import io.erpsync.sandbox.exchange.JsonFields;
import io.erpsync.sandbox.lime.api.Installation;
import io.erpsync.sandbox.lime.api.Installations;
import io.erpsync.sandbox.lime.store.LimeSwitches;
import io.erpsync.sandbox.lime.store.LimeUser;
import io.erpsync.sandbox.lime.store.LimeUser.Rights;
import io.erpsync.sandbox.lime.webhook.WebhookSwitches;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Lime applications: {@code /sandbox/lime/{application}...}. */
final class LimeDesk {

    private static final long ORDINARY_USER = 3701;
    private static final long SYNC_USER = 2701;

    private final Installations installations;

    LimeDesk(Installations installations) {
        this.installations = installations;
    }

    ApiReply answer(ApiRequest request, List<String> path) {
        if (path.size() == 2) {
            return ApiReply.json(
                    200,
                    installations.all().stream().map(one -> one.application().name()).toList());
        }
        String name = path.get(2);
        if (path.size() == 3) {
            return switch (request.method()) {
                case "POST" -> create(name, JsonFields.of(request.body()));
                case "DELETE" -> ApiReply.empty(installations.remove(name) ? 204 : 404);
                case "GET" -> withFound(name, LimeDesk::described);
                default -> ApiReply.empty(405);
            };
        }
        return switch (request.method() + " " + path.get(3)) {
            case "POST switches" -> withFound(name, found -> switched(found, request));
            case "POST seed" -> withFound(name, found -> seeded(found, request));
            case "POST rename" -> withFound(name, found -> renamed(found, request));
            default -> ApiReply.empty(404);
        };
    }

    static LimeUser ordinaryUser() {
        return LimeUser.ordinary(ORDINARY_USER, "demo@lime", "Demo User");
    }

    static LimeUser syncUser() {
        return LimeUser.sync(SYNC_USER, "erpsync@lime", "ERP Sync");
    }

    private ApiReply create(String name, JsonFields fields) {
        Map<String, LimeUser> users = new LinkedHashMap<>();
        for (JsonFields key : fields.objects("keys")) {
            boolean sync = key.flag("sync", false);
            LimeUser usual = sync ? syncUser() : ordinaryUser();
            users.put(
                    key.text("key", name),
                    new LimeUser(
                            key.number("user", usual.id()),
                            key.text("username", usual.username()),
                            key.text("name", usual.fullname()),
                            sync,
                            Rights.valueOf(
                                    key.text("rights", usual.rights().name())
                                            .toUpperCase(Locale.ROOT))));
        }
        if (users.isEmpty()) {
            users.put("demo", ordinaryUser());
            users.put("sync", syncUser());
        }
        LimeSwitches switches = switches(LimeSwitches.standard(), fields);
        Installation created =
                installations.create(name, fields.flag("erpProperties", true), users, switches);
        return ApiReply.json(201, Map.of("application", created.application().name()));
    }

    private static ApiReply switched(Installation found, ApiRequest request) {
        JsonFields fields = JsonFields.of(request.body());
        found.application().switches(switches(found.application().switches(), fields));
        if (fields.has("webhook")) {
            JsonFields webhook = fields.object("webhook");
            found.sender()
                    .switches(
                            new WebhookSwitches(
                                    webhook.fraction("drop", 0),
                                    webhook.flag("duplicate", false),
                                    Duration.ofMillis(webhook.number("delayMillis", 0)),
                                    webhook.flag("reorder", false)));
        }
        return described(found);
    }

    private static LimeSwitches switches(LimeSwitches before, JsonFields fields) {
        return new LimeSwitches(
                fields.flag("trigger", before.trigger()),
                fields.flag("flipWhileInProcess", before.flipWhileInProcess()),
                fields.flag("statusTable", before.statusTable()),
                fields.flag("uniqueNumber", before.uniqueNumber()),
                fields.flag("offsetIdLinks", before.offsetIdLinks()),
                fields.flag("optionObjects", before.optionObjects()),
                fields.has("watched") ? Set.copyOf(fields.texts("watched")) : before.watched());
    }

    private static ApiReply seeded(Installation found, ApiRequest request) {
        String usualType = request.parameter("type");
        List<Long> ids =
                Json.readObjects(request.body()).stream()
                        .map(record -> seed(found, usualType, new LinkedHashMap<>(record)))
                        .toList();
        return ApiReply.json(201, Map.of("ids", ids));
    }

    private static Long seed(
            Installation found, @Nullable String usualType, Map<String, @Nullable Object> record) {
        Object type = record.remove("_type");
        String limetype =
                type != null ? type.toString() : usualType == null ? "company" : usualType;
        long user =
                record.get("_updateduser") instanceof Number number
                        ? number.longValue()
                        : ORDINARY_USER;
        return found.application().seed(limetype, record, user).id();
    }

    private static ApiReply renamed(Installation found, ApiRequest request) {
        JsonFields fields = JsonFields.of(request.body());
        found.application()
                .rename(
                        fields.text("type", "company"),
                        fields.text("property", ""),
                        fields.text("to", ""));
        return ApiReply.empty(204);
    }

    private static ApiReply described(Installation found) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("application", found.application().name());
        written.put("switches", found.application().switches());
        written.put("users", found.application().users());
        return ApiReply.json(200, written);
    }

    private ApiReply withFound(String name, Function<Installation, ApiReply> answer) {
        Installation found = installations.get(name);
        return found == null ? ApiReply.empty(404) : answer.apply(found);
    }
}
