package io.erpsync.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.schemas.message.Reference;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void saysNothingOfWhatIsAbsent() {
        assertThat(Words.of((Object) null)).isEmpty();
        assertThat(Words.of((Reference) null)).isEmpty();
    }

    @Test
    void namesARecordByTypeAndId() {
        assertThat(Words.of(new Reference("lime", "company", "1001"))).isEqualTo("company/1001");
    }

    @Test
    void tellsTimesToTheSecond() {
        assertThat(Words.of(Instant.parse("2026-03-01T09:00:01.987Z")))
                .isEqualTo("2026-03-01T09:00:01Z");
    }
}
