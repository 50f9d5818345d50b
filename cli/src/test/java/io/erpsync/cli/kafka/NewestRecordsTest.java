package io.erpsync.cli.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewestRecordsTest {

    @Test
    void ordersPartitionsByTime() {
        NewestRecords newest = new NewestRecords(10);
        newest.accept(record(1, 0, 300));
        newest.accept(record(1, 1, 500));
        newest.accept(record(0, 0, 100));
        newest.accept(record(0, 1, 400));
        newest.accept(record(2, 0, 200));

        assertThat(newest.inOrder())
                .extracting(RawRecord::writtenAt)
                .containsExactly(100L, 200L, 300L, 400L, 500L);
    }

    @Test
    void keepsTheOrderOfAPartitionWhateverTheTimesSay() {
        NewestRecords newest = new NewestRecords(10);
        newest.accept(record(0, 0, 100));
        newest.accept(record(0, 1, 90));
        newest.accept(record(0, 2, 110));
        newest.accept(record(1, 0, 95));

        assertThat(newest.inOrder())
                .filteredOn(raw -> raw.partition() == 0)
                .extracting(RawRecord::offset)
                .containsExactly(0L, 1L, 2L);
        assertThat(newest.inOrder()).hasSize(4);
    }

    @Test
    void givesTheNewestOfAllPartitionsAndNoMoreThanAskedFor() {
        NewestRecords newest = new NewestRecords(3);
        for (int number = 0; number < 100; number++) {
            newest.accept(record(0, number, number * 10L));
        }
        newest.accept(record(1, 0, 5));
        newest.accept(record(1, 1, 985));

        assertThat(newest.inOrder())
                .extracting(raw -> raw.partition() + "/" + raw.offset())
                .containsExactly("0/98", "1/1", "0/99");
    }

    @Test
    void givesNothingOfNothing() {
        assertThat(new NewestRecords(5).inOrder()).isEmpty();
    }

    @Test
    void ordersAnyMixtureAsOneListWould() {
        long seed = 20_261_128L;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int most = 1 + random.nextInt(20);
            NewestRecords newest = new NewestRecords(most);
            List<Long> all = new ArrayList<>();
            long[] clock = new long[4];
            for (int number = 0; number < 60; number++) {
                int partition = random.nextInt(clock.length);
                clock[partition] += 1 + random.nextInt(50);
                all.add(clock[partition]);
                newest.accept(record(partition, number, clock[partition]));
            }
            List<Long> sorted = all.stream().sorted().toList();

            assertThat(newest.inOrder())
                    .as("seed %d, round %d", seed, round)
                    .extracting(RawRecord::writtenAt)
                    .containsExactlyElementsOf(sorted.subList(sorted.size() - most, sorted.size()));
        }
    }

    private static RawRecord record(int partition, long offset, long at) {
        return new RawRecord(
                "history", partition, offset, at, "a/link/1", ByteBuffer.wrap(new byte[] {1}));
    }
}
