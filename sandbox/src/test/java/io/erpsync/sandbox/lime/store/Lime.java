package io.erpsync.sandbox.lime.store;

import io.erpsync.sandbox.ledger.Ledger;
import io.erpsync.sandbox.lime.metadata.StandardModel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Lime application for tests, at a time that stands still. */
public final class Lime {

    public static final Instant NOW = Instant.parse("2025-06-11T12:05:06.740Z");
    public static final LimeUser PERSON =
            new LimeUser(3701, "demo@lime", "Demo", false, LimeUser.Rights.NONE);
    public static final LimeUser SYNC =
            new LimeUser(2701, "erpsync@lime", "Sync", true, LimeUser.Rights.ADMINISTRATOR);

    private Lime() {}

    public static LimeApplication application(Ledger ledger) {
        return new LimeApplication(
                "demo",
                StandardModel.create(true),
                Map.of("demo", PERSON, "sync", SYNC),
                LimeSwitches.standard(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                ledger);
    }

    public static LimeApplication application() {
        return application(new Ledger());
    }

    /** Names and values in turn. */
    public static Map<String, @Nullable Object> body(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> body = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return body;
    }
}
