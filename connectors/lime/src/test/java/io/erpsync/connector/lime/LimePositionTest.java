package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Cursor;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimePositionTest {

    private static final Instant NOON = Instant.parse("2025-06-11T12:00:00Z");

    @Test
    void survivesBeingStored() {
        LimePosition position =
                LimePosition.from(NOON).begun(NOON.plusSeconds(600)).at(1042).nextStep().at(7);

        assertThat(LimePosition.of(position.cursor())).isEqualTo(position);
        assertThat(LimePosition.of(position.following("a=b&_offset=2").cursor()))
                .isEqualTo(position.following("a=b&_offset=2"));
    }

    @Test
    void beginsAtAMomentWhereACursorWasLost() {
        Cursor cursor = new LimeConnector().changesFrom(NOON);

        assertThat(LimePosition.of(cursor))
                .isEqualTo(
                        new LimePosition(
                                NOON.minus(LimePosition.OVERLAP), null, 0, 0, null, false));
    }

    @Test
    void beginsARunOnlyOnce() {
        LimePosition begun = LimePosition.from(NOON).begun(NOON.plusSeconds(60));

        assertThat(begun.begun(NOON.plusSeconds(90))).isEqualTo(begun);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "[]", "{}", "{\"id\":1,\"since\":\"yesterday\"}"})
    void isNoneWhenTheCursorIsNotOurs(String cursor) {
        assertThat(LimePosition.of(new Cursor(cursor))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // the clocks of Stockholm go back at 01:00 UTC
        "2025-10-25T23:58:00Z, 2025-10-25T23:58:00Z",
        "2025-10-26T00:00:00Z, 2025-10-25T23:00:00Z",
        "2025-10-26T00:58:30Z, 2025-10-25T23:58:30Z",
        "2025-10-26T01:30:00Z, 2025-10-26T00:30:00Z",
        "2025-10-26T02:00:00Z, 2025-10-26T02:00:00Z",
        // and forward in spring, where no time comes twice
        "2025-03-30T01:10:00Z, 2025-03-30T01:10:00Z",
        "2025-06-11T12:00:00Z, 2025-06-11T12:00:00Z"
    })
    void asksForAnHourMoreInTheHourThatComesTwice(Instant since, Instant asked) {
        LimePosition position = new LimePosition(since, null, 0, 0, null, false);

        assertThat(position.askSince(ZoneId.of("Europe/Stockholm"))).isEqualTo(asked);
    }
}
