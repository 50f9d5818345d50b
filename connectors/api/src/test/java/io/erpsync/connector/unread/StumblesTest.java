package io.erpsync.connector.unread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StumblesTest {

    private final Stumbles stumbles = new Stumbles();

    @Test
    void takesARecordForFaultyAfterFiveFailuresInARow() {
        for (int failure = 1; failure < Stumbles.PATIENCE; failure++) {
            assertThat(stumbles.failed("7")).isFalse();
        }

        assertThat(stumbles.failed("8")).isFalse();
        assertThat(stumbles.failed("7")).isTrue();
        assertThat(stumbles.failed("7")).isTrue();
    }

    @Test
    void beginsAnewOnceItCouldBeRead() {
        for (int failure = 1; failure < Stumbles.PATIENCE; failure++) {
            stumbles.failed("7");
        }

        stumbles.read("7");

        assertThat(stumbles.failed("7")).isFalse();
        assertThat(stumbles.lastRead()).isEqualTo("7");
    }
}
