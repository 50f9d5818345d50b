package io.erpsync.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final Instant START = Instant.parse("2025-06-11T12:00:00Z");

    private final Versions<Integer, String> versions = new Versions<>(Comparator.naturalOrder());

    @Test
    void showsThePresentAndEachPastMoment() {
        versions.put(1, "a", START);
        versions.put(1, "b", START.plusSeconds(10));
        versions.remove(1, START.plusSeconds(20));

        assertThat(versions.get(1)).isNull();
        assertThat(versions.get(1, START.minusSeconds(1))).isNull();
        assertThat(versions.get(1, START)).isEqualTo("a");
        assertThat(versions.get(1, START.plusSeconds(19))).isEqualTo("b");
        assertThat(versions.values(START.plusSeconds(10))).containsExactly("b");
        assertThat(versions.values(null)).isEmpty();
    }

    @Test
    void keepsTheKeysInOrderAndOnlyTheLastFewVersions() {
        for (int i = 0; i < 1000; i++) {
            versions.put(2, "v" + i, START.plusSeconds(i));
        }
        versions.put(1, "first", START);

        assertThat(versions.values(null)).containsExactly("first", "v999");
        assertThat(versions.get(2, START)).isNull();
    }
}
