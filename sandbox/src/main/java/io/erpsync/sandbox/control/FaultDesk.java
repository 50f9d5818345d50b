package io.erpsync.sandbox.control;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.JsonFields;
import io.erpsync.sandbox.exchange.UnreadableJson;
import io.erpsync.sandbox.fault.Fault;
import io.erpsync.sandbox.fault.FaultBoard;
import io.erpsync.sandbox.fault.FaultEffect;
import io.erpsync.sandbox.fault.FaultHit;
import io.erpsync.sandbox.fault.FaultKind;
import io.erpsync.sandbox.fault.FaultTarget;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The faults: {@code /sandbox/faults}. */
final class FaultDesk {

    private final FaultBoard board;

    FaultDesk(FaultBoard board) {
        this.board = board;
    }

    ApiReply answer(ApiRequest request, List<String> path) {
        return switch (request.method() + " " + path.size()) {
            case "GET 2" ->
                    ApiReply.json(200, board.all().stream().map(FaultDesk::written).toList());
            case "GET 3" ->
                    path.get(2).equals("hits")
                            ? ApiReply.json(
                                    200, board.hits().stream().map(FaultDesk::told).toList())
                            : ApiReply.empty(404);
            case "POST 2" -> ApiReply.json(201, written(add(JsonFields.of(request.body()))));
            case "DELETE 2" -> {
                board.clear();
                yield ApiReply.empty(204);
            }
            case "DELETE 3" ->
                    ApiReply.empty(board.remove(Long.parseLong(path.get(2))) ? 204 : 404);
            case "POST 3" -> {
                board.seed(JsonFields.of(request.body()).number("seed", 1));
                yield ApiReply.empty(204);
            }
            default -> ApiReply.empty(405);
        };
    }

    private Fault add(JsonFields fields) {
        FaultKind kind = FaultKind.ofWireName(fields.text("kind", ""));
        FaultTarget target =
                new FaultTarget(
                        fields.text("system"),
                        fields.has("application")
                                ? fields.text("application")
                                : fields.text("tenant"),
                        fields.has("method") ? fields.text("method") : usualMethod(kind),
                        pattern(
                                fields.has("pathRegex")
                                        ? fields.text("pathRegex")
                                        : usualPath(kind)),
                        pattern(fields.text("bodyRegex")));
        FaultEffect effect =
                new FaultEffect(
                        kind,
                        Duration.ofMillis(fields.number("delayMillis", usualDelay(kind))),
                        Math.toIntExact(
                                fields.number("status", kind == FaultKind.HTML ? 200 : 500)),
                        fields.text("body"),
                        fields.text("retryAfter"),
                        fields.has("commit") ? fields.flag("commit", false) : null);
        double probability = fields.fraction("probability", 1);
        if (probability < 0 || probability > 1) {
            throw new UnreadableJson("probability lies between 0 and 1, not at " + probability);
        }
        // Without a number of times, a fault with a probability lasts and any other hits once.
        long times = fields.number("times", fields.has("probability") ? Fault.ALWAYS : 1);
        return board.add(target, effect, times, probability);
    }

    private static @Nullable String usualMethod(FaultKind kind) {
        return switch (kind) {
            case STALE_READ -> "GET";
            case CONSENT_REVOKED -> "POST";
            case STATUS,
                    SLOW,
                    COMMIT_THEN_DROP,
                    CUT_AND_COMMIT_LATER,
                    RATE_LIMITED,
                    HTML,
                    EMPTY_200,
                    EXPIRED_TOKEN ->
                    null;
        };
    }

    /** Faults of the token server hit only there, and all others never there unless asked to. */
    private static @Nullable String usualPath(FaultKind kind) {
        return kind == FaultKind.CONSENT_REVOKED
                ? "^/fortnox/oauth-v1/token"
                : "^(?!/fortnox/oauth-v1/)";
    }

    private static long usualDelay(FaultKind kind) {
        return switch (kind) {
            case SLOW, CUT_AND_COMMIT_LATER, STALE_READ -> 5_000;
            case STATUS,
                    COMMIT_THEN_DROP,
                    RATE_LIMITED,
                    HTML,
                    EMPTY_200,
                    EXPIRED_TOKEN,
                    CONSENT_REVOKED ->
                    0;
        };
    }

    private static @Nullable Pattern pattern(@Nullable String regex) {
        return regex == null ? null : Pattern.compile(regex);
    }

    private static Map<String, @Nullable Object> told(FaultHit hit) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("at", hit.at().toString());
        told.put("kind", hit.kind().wireName());
        told.put("system", hit.request().system());
        told.put("account", hit.request().account());
        told.put("method", hit.request().method());
        told.put("path", hit.request().path());
        return told;
    }

    private static Map<String, @Nullable Object> written(Fault fault) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", fault.id());
        written.put("system", fault.target().system());
        written.put("account", fault.target().account());
        written.put("method", fault.target().method());
        written.put("pathRegex", String.valueOf(fault.target().path()));
        written.put(
                "bodyRegex",
                fault.target().body() == null ? null : fault.target().body().pattern());
        written.put("kind", fault.effect().kind().wireName());
        written.put("delayMillis", fault.effect().delay().toMillis());
        written.put("status", fault.effect().status());
        written.put("times", fault.times() == Fault.ALWAYS ? null : fault.times());
        written.put("probability", fault.probability());
        written.put("hits", fault.hits());
        return written;
    }
}
