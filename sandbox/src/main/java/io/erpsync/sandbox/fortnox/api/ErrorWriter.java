package io.erpsync.sandbox.fortnox.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.fortnox.model.FortnoxRefusal;
import io.erpsync.sandbox.fortnox.model.FortnoxSwitches.ErrorCasing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Fortnox's errors, in each of the spellings that were seen. */
final class ErrorWriter {

    private final AtomicLong written = new AtomicLong();

    ApiReply write(FortnoxRefusal refusal, ErrorCasing casing) {
        boolean upper =
                switch (casing) {
                    case UPPER -> true;
                    case LOWER -> false;
                    case RECORDED -> refusal.status() == 404;
                    case ALTERNATE -> written.getAndIncrement() % 2 == 0;
                };
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put(upper ? "Error" : "error", 1);
        error.put(upper ? "Message" : "message", refusal.getMessage());
        error.put(upper ? "Code" : "code", refusal.code());
        return ApiReply.json(refusal.status(), Map.of("ErrorInformation", error));
    }
}
