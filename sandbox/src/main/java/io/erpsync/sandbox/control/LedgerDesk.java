package io.erpsync.sandbox.control;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.StandIn;
import io.erpsync.sandbox.ledger.Ledger;
import io.erpsync.sandbox.ledger.LedgerEntry;
import io.erpsync.sandbox.lime.api.Installation;
import io.erpsync.sandbox.lime.api.Installations;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was really written: {@code /ledger} and {@code /ledger/status-history}. */
public final class LedgerDesk implements StandIn {

    private final Ledger ledger;
    private final Installations installations;

    public LedgerDesk(Ledger ledger, Installations installations) {
        this.ledger = ledger;
        this.installations = installations;
    }

    @Override
    public ApiReply answer(ApiRequest request) {
        try {
            return switch (request.method() + " " + String.join("/", request.segments())) {
                case "GET ledger" -> entries(request);
                case "GET ledger/status-history" -> statusHistory(request);
                case "DELETE ledger" -> {
                    ledger.clear();
                    yield ApiReply.empty(204);
                }
                default -> ApiReply.empty(404);
            };
        } catch (NumberFormatException noNumber) {
            return ApiReply.json(400, Map.of("message", "" + noNumber.getMessage()));
        }
    }

    /** One entry as it is shown, also on the page. */
    public static Map<String, @Nullable Object> written(LedgerEntry entry) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("seq", entry.seq());
        written.put("at", entry.at().toString());
        written.put("system", entry.system());
        written.put(entry.system().equals("lime") ? "application" : "tenant", entry.account());
        written.put("type", entry.type());
        written.put("id", entry.id());
        written.put("operation", entry.operation().name().toLowerCase(Locale.ROOT));
        written.put("caller", entry.caller());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        entry.fields().forEach((name, value) -> fields.put(name, plain(value)));
        written.put("fields", fields);
        return written;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Instant time ? time.toString() : value;
    }

    private ApiReply entries(ApiRequest request) {
        return ApiReply.json(
                200,
                ledger.entries().stream()
                        .filter(entry -> matches(written(entry), request.query()))
                        .map(LedgerDesk::written)
                        .toList());
    }

    /** Any member of an entry can be asked for; {@code after} is the last seq already seen. */
    private static boolean matches(
            Map<String, @Nullable Object> entry, Map<String, List<String>> query) {
        return query.entrySet().stream()
                .allMatch(
                        wanted -> {
                            String value = wanted.getValue().getFirst();
                            return wanted.getKey().equals("after")
                                    ? Long.parseLong(String.valueOf(entry.get("seq")))
                                            > Long.parseLong(value)
                                    : value.equals(String.valueOf(entry.get(wanted.getKey())));
                        });
    }

    private ApiReply statusHistory(ApiRequest request) {
        String application = request.parameter("application");
        Installation found = installations.get(application == null ? "demo" : application);
        String type = request.parameter("type");
        String id = request.parameter("id");
        if (found == null || id == null) {
            return ApiReply.json(404, Map.of("message", "Name type, id and a known application"));
        }
        try {
            return ApiReply.json(
                    200,
                    found
                            .application()
                            .statusHistory(type == null ? "company" : type, Long.parseLong(id))
                            .stream()
                            .map(
                                    entry ->
                                            Map.of(
                                                    "status", entry.status(),
                                                    "at", entry.at().toString(),
                                                    "setter", entry.setter()))
                            .toList());
        } catch (LimeRefusal refusal) {
            return ApiReply.json(refusal.status(), Map.of("message", "" + refusal.getMessage()));
        }
    }
}
