package io.erpsync.cli.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LastValuesTest {

    @Test
    void keepsTheLastOfEachKeyAndDropsWhatWasRemoved() {
        LastValues last = new LastValues();

        last.accept(record(0, "a/link/1", new byte[] {1}));
        last.accept(record(1, "a/link/2", new byte[] {2}));
        last.accept(record(2, "a/link/1", new byte[] {3}));
        last.accept(record(3, "a/link/2", null));

        assertThat(last.records()).extracting(RawRecord::offset).containsExactly(2L);
    }

    private static RawRecord record(long offset, String key, byte @Nullable [] value) {
        return new RawRecord(
                "links", 0, offset, offset, key, value == null ? null : ByteBuffer.wrap(value));
    }
}
