package io.erpsync.connector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final Instant SENT = Instant.parse("2026-03-02T09:00:00.250Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T12:00:00Z, 2026-01-15 13:00:00",
        "2026-07-15T12:00:00Z, 2026-07-15 14:00:00",
        // The night on which the hour from two to three comes once, twice, or never.
        "2026-10-24T23:59:59Z, 2026-10-25 01:59:59",
        "2026-10-25T00:30:00Z, 2026-10-25 01:30:00",
        "2026-10-25T01:30:00Z, 2026-10-25 01:30:00",
        "2026-10-25T02:00:00Z, 2026-10-25 03:00:00",
        "2026-03-29T00:59:59Z, 2026-03-29 01:59:59",
        "2026-03-29T01:00:00Z, 2026-03-29 03:00:00",
    })
    void showsAMomentOnTheClockOfTheWall(Instant moment, String shown) {
        assertThat(CustomerReads.wallClock(moment)).isEqualTo(shown);
    }

    @Test
    void whatIsShownInTheAutumnNightNeverHidesALaterChange() {
        Instant start = Instant.parse("2026-10-24T23:00:00Z");
        for (int since = 0; since < 240; since++) {
            for (int later = since; later < 240; later++) {
                String asked = CustomerReads.wallClock(start.plusSeconds(60L * since));
                String changed = wall(start.plusSeconds(60L * later));

                assertThat(asked).isLessThanOrEqualTo(changed);
            }
        }
    }

    @Test
    void boundsTheServersTimeByItsDateAndTheTimeTheRequestTook() {
        ServerTime time = ServerTime.of("Mon, 2 Mar 2026 09:00:10 GMT", SENT, SENT.plusMillis(750));

        assertThat(time.earliest()).isEqualTo("2026-03-02T09:00:08.250Z");
        assertThat(time.latest()).isEqualTo("2026-03-02T09:00:11Z");
        assertThat(time.skew()).isEqualTo(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", ""})
    void boundsItWidelyWithoutADate(String date) {
        ServerTime time = ServerTime.of(date.isEmpty() ? null : date, SENT, SENT.plusMillis(750));

        assertThat(time.earliest()).isEqualTo(SENT.minus(Duration.ofMinutes(5)));
        assertThat(time.latest()).isAfter(SENT.plus(Duration.ofMinutes(5)));
        assertThat(time.skew()).isNull();
    }

    @Test
    void aCursorSurvivesBeingText() {
        FeedPosition inARun =
                new FeedPosition(SENT, SENT.plusSeconds(600), 40, "A;7 with a semicolon");

        assertThat(FeedPosition.read(inARun.cursor())).isEqualTo(inARun);
        assertThat(FeedPosition.read(FeedPosition.EVERYTHING.cursor()))
                .isEqualTo(FeedPosition.EVERYTHING);
        assertThat(FeedPosition.read(inARun.ended().cursor()))
                .isEqualTo(FeedPosition.runEnded(SENT.plusSeconds(600)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a;b;c;d", "-;-;x;", "2026-03-02T09:00:00Z"})
    void aForeignTextIsNoCursor(String text) {
        assertThat(FeedPosition.read(new Cursor(text))).isNull();
    }

    private static String wall(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneId.of("Europe/Stockholm"))
                .toString()
                .replace('T', ' ')
                .concat(":00")
                .substring(0, 19);
    }
}
