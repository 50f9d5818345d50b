package io.erpsync.polling.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HintOffsetsTest {

    private final HintOffsets offsets = new HintOffsets(5);

    @Test
    void staysWhereItIsWithoutHints() {
        assertThat(offsets.next(List.of())).isEqualTo(5);
    }

    @Test
    void neverPassesAHintThatIsNotSettled() {
        for (long offset = 5; offset < 9; offset++) {
            offsets.taken(offset);
        }

        offsets.settled(List.of(6L, 7L));

        assertThat(offsets.next(List.of())).isEqualTo(5);
        assertThat(offsets.next(List.of(5L))).isEqualTo(8);
        assertThat(offsets.next(List.of(5L, 8L))).isEqualTo(9);
    }

    @Test
    void countsAHintAsSettledOnlyOnceToldSo() {
        offsets.taken(5);
        assertThat(offsets.next(List.of(5L))).isEqualTo(6);

        assertThat(offsets.next(List.of())).isEqualTo(5);
        offsets.settled(List.of(5L));
        assertThat(offsets.next(List.of())).isEqualTo(6);
    }
}
