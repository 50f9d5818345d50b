package io.erpsync.sandbox.control;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.JsonFields;
import io.erpsync.sandbox.traffic.RateLimit;
import io.erpsync.sandbox.traffic.TrafficCount;
import io.erpsync.sandbox.traffic.TrafficLog;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who asked how often, and the limits: {@code /sandbox/traffic/{system}}. */
final class TrafficDesk {

    private final Map<String, TrafficLog> logs;

    TrafficDesk(Map<String, TrafficLog> logs) {
        this.logs = Map.copyOf(logs);
    }

    ApiReply answer(ApiRequest request, List<String> path) {
        TrafficLog log = path.size() == 3 ? logs.get(path.get(2)) : null;
        if (log == null) {
            return ApiReply.empty(404);
        }
        return switch (request.method()) {
            case "GET" -> ApiReply.json(200, described(log));
            case "POST" -> {
                log.limit(changed(log.limit(), JsonFields.of(request.body())));
                yield ApiReply.json(200, described(log));
            }
            case "DELETE" -> {
                log.clear();
                yield ApiReply.empty(204);
            }
            default -> ApiReply.empty(405);
        };
    }

    private static RateLimit changed(RateLimit before, JsonFields fields) {
        return new RateLimit(
                Math.toIntExact(fields.number("requests", before.requests())),
                Duration.ofMillis(fields.number("windowMillis", before.window().toMillis())),
                fields.flag("retryAfter", before.retryAfter()));
    }

    private static Map<String, @Nullable Object> described(TrafficLog log) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("requests", log.limit().requests());
        written.put("windowMillis", log.limit().window().toMillis());
        written.put("retryAfter", log.limit().retryAfter());
        written.put("callers", log.counts().stream().map(TrafficDesk::written).toList());
        return written;
    }

    private static Map<String, @Nullable Object> written(TrafficCount count) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("caller", count.caller());
        written.put("admitted", count.admitted());
        written.put("refused", count.refused());
        written.put("busiestWindow", count.busiestWindow());
        written.put("refusedAt", count.refusedAt().stream().map(Instant::toString).toList());
        return written;
    }
}
