package io.erpsync.connector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.erpsync.connector.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

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
        assertThat(CustomerReads.changedSince(moment))
                .containsExactly(entry("lastmodified", shown));
    }

    @ParameterizedTest
    @CsvSource({
        // Begun long ago: the run before decides, and in the autumn hour one hour more.
        "2026-10-01T00:00:00Z, 2026-10-24T12:00:00Z, 2026-10-24 14:00:00",
        "2026-10-01T00:00:00Z, 2026-10-25T00:30:00Z, 2026-10-25 01:30:00",
        // Begun just now: nothing before that, by no overlap.
        "2026-10-24T12:00:31Z, 2026-10-24T11:58:31Z, 2026-10-24 14:00:31",
        "2026-10-24T23:50:00Z, 2026-10-25T00:10:00Z, 2026-10-25 01:50:00",
        // Begun in the hour that comes twice: later changes may show any time of it.
        "2026-10-25T00:30:00Z, 2026-10-25T00:28:00Z, 2026-10-25 01:59:59",
        "2026-10-25T00:30:00Z, 2026-10-25T01:20:00Z, 2026-10-25 01:59:59",
        "2026-10-25T01:30:00Z, 2026-10-25T01:28:00Z, 2026-10-25 01:59:59",
        "2026-10-25T01:30:00Z, 2026-10-25T02:10:00Z, 2026-10-25 03:10:00",
        "2026-03-29T01:00:10Z, 2026-03-29T00:58:10Z, 2026-03-29 03:00:10",
    })
    void asksForNothingFromBeforeItWasBegun(Instant begun, Instant since, String asked) {
        assertThat(CustomerReads.changedSince(since, begun))
                .containsExactly(entry("lastmodified", asked));
    }

    @ParameterizedTest
    @CsvSource({
        "30, PT30S",
        // A time is of the clock that the answer's own date was read from.
        "'Mon, 02 Mar 2026 09:05:00 GMT', PT2M",
        "'Mon, 02 Mar 2026 09:02:00 GMT',",
        "soon,",
        ",",
    })
    void readsHowLongToWait(@Nullable String header, @Nullable Duration wait) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.DATE, "Mon, 02 Mar 2026 09:03:00 GMT");
        if (header != null) {
            headers.add(HttpHeaders.RETRY_AFTER, header);
        }

        var answer = new Wire.Exchange.Answered(429, headers, "", SENT, SENT.plusSeconds(1));

        assertThat(answer.retryAfter()).isEqualTo(wait);
    }

    @Test
    void beginsAtAMomentWhereACursorWasLost() {
        Cursor cursor = new FortnoxConnector().changesFrom(SENT);

        assertThat(FeedPosition.read(cursor)).isEqualTo(FeedPosition.live(SENT));
    }

    @Test
    void whatIsChangedAfterItWasBegunIsNeverHidden() {
        Instant night = Instant.parse("2026-10-24T23:00:00Z");
        for (int begun = 0; begun < 240; begun += 3) {
            for (int later = begun; later < 240; later++) {
                Instant since = night.plusSeconds(60L * later);
                String asked =
                        CustomerReads.changedSince(since.minusSeconds(120), at(night, begun))
                                .getOrDefault("lastmodified", "");

                assertThat(asked).isLessThanOrEqualTo(wall(since));
            }
        }
    }

    private static Instant at(Instant night, int minutes) {
        return night.plusSeconds(60L * minutes);
    }

    @Test
    void whatIsShownInTheAutumnNightNeverHidesALaterChange() {
        Instant start = Instant.parse("2026-10-24T23:00:00Z");
        for (int since = 0; since < 240; since++) {
            for (int later = since; later < 240; later++) {
                String asked =
                        CustomerReads.changedSince(start.plusSeconds(60L * since))
                                .getOrDefault("lastmodified", "");
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
                new FeedPosition(
                        SENT.minusSeconds(9),
                        SENT,
                        SENT.plusSeconds(600),
                        40,
                        "A;7 with a semicolon");

        assertThat(FeedPosition.read(inARun.cursor())).isEqualTo(inARun);
        assertThat(FeedPosition.read(FeedPosition.EVERYTHING.cursor()))
                .isEqualTo(FeedPosition.EVERYTHING);
        assertThat(FeedPosition.read(inARun.ended().cursor()))
                .isEqualTo(
                        new FeedPosition(
                                SENT.minusSeconds(9), SENT.plusSeconds(600), null, 0, null));
    }

    @Test
    void aRunNeverForgetsWhenTheFeedWasBegun() {
        FeedPosition live = FeedPosition.live(SENT);

        FeedPosition later =
                live.startedBy(SENT.plusSeconds(600))
                        .reached(20, "20")
                        .anew()
                        .ended()
                        .startedBy(SENT.plusSeconds(1200))
                        .ended();

        assertThat(later).isEqualTo(new FeedPosition(SENT, SENT.plusSeconds(1200), null, 0, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T09:00:00Z;-;0; | 2026-03-02T09:00:00Z | | 0 |",
                "2026-03-02T09:00:00Z;2026-03-02T09:10:00Z;40;A;7"
                        + " | 2026-03-02T09:00:00Z | 2026-03-02T09:10:00Z | 40 | A;7",
                "-;2026-03-02T09:10:00Z;500;1042 | | 2026-03-02T09:10:00Z | 500 | 1042",
            })
    void readsACursorOfTheFirstVersion(
            String text,
            @Nullable Instant since,
            @Nullable Instant runStart,
            int done,
            @Nullable String last) {
        assertThat(FeedPosition.read(new Cursor(text)))
                .isEqualTo(new FeedPosition(null, since, runStart, done, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "a;b;c;d", "-;-;x;", "2026-03-02T09:00:00Z", "2;-;-;-;0", "3;-;-;-;0;"})
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
