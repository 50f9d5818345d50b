package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.JsonFields;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import io.erpsync.sandbox.lime.webhook.Subscription;
import io.erpsync.sandbox.lime.webhook.Subscriptions;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The web hooks: {@code subscription/...}. */
final class SubscriptionApi {

    private final LimeCall call;
    private final Subscriptions subscriptions;

    SubscriptionApi(LimeCall call) {
        this.call = call;
        this.subscriptions = call.installation().subscriptions();
    }

    ApiReply answer() {
        call.user().checkMaySubscribe();
        List<String> path = call.path();
        if (path.size() == 1) {
            return switch (call.method()) {
                case "GET" -> list();
                case "POST" -> create();
                default -> throw call.methodNotAllowed();
            };
        }
        return path.get(1).equals("available")
                ? ApiReply.json(200, available().toList())
                : one(call.id(1));
    }

    private ApiReply one(long id) {
        Subscription found = subscriptions.get(id);
        if (found == null) {
            throw LimeRefusal.notFound("There is no subscription " + id);
        }
        return switch (call.method()) {
            case "GET" -> ApiReply.json(200, written(found));
            case "PUT" -> {
                Subscription changed = read(new JsonFields(call.body()), found);
                subscriptions.replace(changed);
                yield ApiReply.json(200, written(changed));
            }
            case "DELETE" -> {
                subscriptions.remove(id);
                yield ApiReply.empty(204);
            }
            default -> throw call.methodNotAllowed();
        };
    }

    private ApiReply list() {
        String events = call.request().parameter("events");
        String target = call.request().parameter("target_url");
        String enabled = call.request().parameter("enabled");
        return ApiReply.json(
                200,
                subscriptions.all().stream()
                        .filter(
                                one ->
                                        events == null
                                                || one.events()
                                                        .containsAll(
                                                                List.of(events.split(",", -1))))
                        .filter(one -> target == null || target.equals(one.targetUrl()))
                        .filter(one -> enabled == null || enabled.equals("" + one.enabled()))
                        .map(SubscriptionApi::written)
                        .toList());
    }

    private ApiReply create() {
        JsonFields fields = new JsonFields(call.body());
        if (fields.texts("events").isEmpty() || !fields.has("target_url")) {
            throw LimeRefusal.badRequest("A subscription needs events and target_url");
        }
        Subscription created =
                subscriptions.add(
                        id -> read(fields, new Subscription(id, null, true, List.of(), "", null)));
        return ApiReply.json(201, written(created));
    }

    private Subscription read(JsonFields fields, Subscription before) {
        List<String> events = fields.has("events") ? fields.texts("events") : before.events();
        for (String event : events) {
            if (available().noneMatch(event::equals)) {
                throw LimeRefusal.badRequest("Unknown event " + event);
            }
        }
        String secret = fields.text("secret");
        return new Subscription(
                before.id(),
                fields.has("name") ? fields.text("name") : before.name(),
                fields.flag("enabled", before.enabled()),
                events,
                checkedTarget(fields.text("target_url", before.targetUrl())),
                secret == null ? before.secret() : secret);
    }

    private static String checkedTarget(String target) {
        if (!target.matches("https?://.+") || !isAddress(target)) {
            throw LimeRefusal.badRequest("target_url is no address");
        }
        return target;
    }

    private static boolean isAddress(String target) {
        try {
            return URI.create(target).getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private Stream<String> available() {
        return call.application().model().limetypes().keySet().stream()
                .flatMap(
                        type ->
                                Stream.of("new", "update", "delete", "restore")
                                        .map(event -> type + "." + event));
    }

    private static Map<String, @Nullable Object> written(Subscription subscription) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", subscription.id());
        written.put("name", subscription.name());
        written.put("enabled", subscription.enabled());
        written.put("events", subscription.events());
        written.put("target_url", subscription.targetUrl());
        return written;
    }
}
