package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    private static final String PAGE =
            "<!DOCTYPE html><html><head><style>p{}</style></head><body><h1>Bad gateway</h1></body>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"message\":\"a\",\"detail\":\"b\"} | a",
                "{\"message\":\"\",\"description\":\"c\",\"detail\":\"b\"} | c",
                "{\"detail\":\"b\"} | b",
                "{\"error\":{\"message\":\"d\"}} | d",
                "plain  words | plain words",
                "<html><body><p>No</p></body> | No"
            })
    void readsTheWordsWhereverTheyStand(String body, String words) {
        assertThat(Verdict.words(answered(400, body))).isEqualTo(words);
    }

    @Test
    void cutsLongWords() {
        assertThat(Verdict.words(answered(400, "x".repeat(5000)))).hasSize(501).endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, 302})
    void doesNotKnowWhatBecameOfAWriteThatFailedOnTheServer(int status) {
        assertThat(Verdict.ofWrite(answered(status, "{}"))).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 409})
    void doesNotTrustAPageAboutAWrite(int status) {
        assertThat(Verdict.ofWrite(answered(status, PAGE))).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void leavesRefusalsToBeReadInLimesWords(int status) {
        assertThat(Verdict.ofWrite(answered(status, "{\"message\":\"no\"}"))).isNull();
    }

    @Test
    void takesALostAnswerForUnknownOnlyWhenItWasAWrite() {
        assertThat(Verdict.ofWrite(new Reply.Lost("gone"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(Verdict.ofRead(new Reply.Lost("gone")))
                .isEqualTo(new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "gone"));
        assertThat(Verdict.ofWrite(new Reply.NotSent("down")))
                .isEqualTo(new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "down"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void saysThatTheKeyIsNotAllowed(int status) {
        assertThat(Verdict.ofRead(answered(status, "{}")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_AUTHORISED));
    }

    @Test
    void saysAbsentOnlyOnLimesOwnWord() {
        assertThat(Verdict.ofRead(answered(404, "{\"message\":\"none\"}")))
                .isInstanceOf(Outcome.Absent.class);
        assertThat(Verdict.ofRead(answered(404, PAGE)))
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        it -> assertThat(it.reason()).isEqualTo(Reason.UNEXPECTED_ANSWER));
    }

    @Test
    void passesOnHowLongToWait() {
        Reply.Answered slow = new Reply.Answered(429, null, Duration.ofSeconds(7), "{}");

        assertThat(Verdict.ofWrite(slow))
                .isEqualTo(
                        new Outcome.Unavailable(
                                Reason.RATE_LIMITED, Duration.ofSeconds(7), "429: {}"));
    }

    private static Reply.Answered answered(int status, String body) {
        return new Reply.Answered(status, null, null, body);
    }
}
