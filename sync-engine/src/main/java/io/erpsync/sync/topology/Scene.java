package io.erpsync.sync.topology;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.Capabilities;
import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.store.EngineStores;
import io.erpsync.sync.store.SystemEntry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One connection and one object type as they are at the moment: what every decision on its links is
 * made with.
 *
 * @param told whether both sides have said which fields they have; until then nothing is released
 * @param faults what does not fit between the mapping and the fields that both sides have; empty
 *     when all does
 */
record Scene(
        Connection connection,
        ObjectRules object,
        Rules rules,
        StoredDirectory directory,
        int limeRate,
        boolean told,
        String faults) {

    private static final int RATE_UNTIL_TOLD = 1;

    /** Assumed of an ERP that has not spoken yet; no command is computed with it. */
    private static final Capabilities UNTOLD =
            new Capabilities(
                    Clearing.IGNORED, false, Duration.ofSeconds(60), false, RATE_UNTIL_TOLD);

    static Scene of(
            Connection connection,
            ObjectRules object,
            @Nullable SystemEntry lime,
            @Nullable SystemEntry erp,
            String faults,
            EngineStores stores) {
        Rules rules =
                new Rules(
                        connection,
                        object,
                        erp == null ? UNTOLD : erp.capabilities(),
                        lime == null ? null : lime.fields(),
                        erp == null ? null : erp.fields());
        return new Scene(
                connection,
                object,
                rules,
                new StoredDirectory(stores, connection, object),
                lime == null ? RATE_UNTIL_TOLD : lime.capabilities().requestsPerSecond(),
                lime != null && erp != null,
                faults);
    }

    /** Whether commands may go at all: both sides are known, and the mapping fits them. */
    boolean mayAct() {
        return told && faults.isEmpty() && connection.mode() == Mode.LIVE;
    }

    int rate(Side side) {
        return side == Side.LIME ? limeRate : rules.erp().requestsPerSecond();
    }
}
