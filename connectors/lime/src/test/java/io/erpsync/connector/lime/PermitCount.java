package io.erpsync.connector.lime;

import io.erpsync.connector.RequestGate;
import io.erpsync.model.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A gate that never waits and writes down how each permit ended. */
final class PermitCount implements RequestGate {

    private final List<String> ends = new CopyOnWriteArrayList<>();

    @Override
    public Permit enter(Urgency urgency) {
        return new Permit() {
            @Override
            public void answered() {
                ends.add("answered");
            }

            @Override
            public void refused(@Nullable Duration retryAfter) {
                ends.add("refused " + retryAfter);
            }

            @Override
            public void lost() {
                ends.add("lost");
            }
        };
    }

    /** How the permits ended, oldest first. */
    List<String> ends() {
        return ends;
    }
}
