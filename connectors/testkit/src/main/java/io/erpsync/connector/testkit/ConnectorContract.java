package io.erpsync.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every connector promises, run over HTTP against a stand-in. A connector's {@code ...IT}
 * extends it and gives the two things it needs; each scenario gets a fresh stand-in, and at its end
 * every permit must have been given back exactly once.
 */
public abstract class ConnectorContract
        implements FactsContract, WritesContract, CreatesContract, FaultsContract, FeedsContract {

    private @Nullable Stage stage;

    /** A stand-in with nothing in it. */
    protected abstract StandIn standIn();

    protected abstract Specimen specimen();

    @BeforeEach
    final void raise() {
        stage = new Stage(standIn(), specimen());
    }

    @AfterEach
    final void strike() {
        Stage ended = stage();
        ended.close();
        assertThat(ended.gate().open()).as("permits still held").isZero();
    }

    @Override
    public final Stage stage() {
        if (stage == null) {
            throw new IllegalStateException("no scenario is running");
        }
        return stage;
    }
}
