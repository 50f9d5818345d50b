package io.erpsync.writer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.schemas.message.Result;
import io.erpsync.writer.Messages;
import io.erpsync.writer.execute.Answered;
import io.erpsync.writer.execute.Bookmark;
import io.erpsync.writer.execute.Examples;
import io.erpsync.writer.execute.PartitionBook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultLettersTest {

    private static final Instant LATER = Examples.NOON.plusSeconds(3);

    @Test
    void tellsARefusal() {
        Result result =
                result(
                        new Outcome.Refused(Reason.VALUE_TOO_LONG, "Name", "för långt"),
                        Examples.NOON);

        assertThat(result.getOutcome().name()).isEqualTo("REFUSED");
        assertThat(result.getReason()).isEqualTo("VALUE_TOO_LONG");
        assertThat(result.getField()).isEqualTo("Name");
        assertThat(result.getWords()).isEqualTo("för långt");
        assertThat(result.getAttemptedAt()).isEqualTo(Examples.NOON);
        assertThat(result.getAnsweredAt()).isEqualTo(LATER);
    }

    @Test
    void tellsWhenToComeBack() {
        Result result =
                result(
                        new Outcome.Unavailable(
                                Reason.RATE_LIMITED, Duration.ofSeconds(5), "too fast"),
                        null);

        assertThat(result.getOutcome().name()).isEqualTo("UNAVAILABLE");
        assertThat(result.getRetryAfterMillis()).isEqualTo(5_000);
        assertThat(result.getAttemptedAt()).isNull();
    }

    @Test
    void tellsAbsenceConflictAndIgnorance() {
        assertThat(result(new Outcome.Absent("404"), null).getOutcome().name()).isEqualTo("ABSENT");
        assertThat(result(new Outcome.Conflict("412"), null).getOutcome().name())
                .isEqualTo("CONFLICT");
        assertThat(result(new Outcome.Unknown("reset"), null).getOutcome().name())
                .isEqualTo("UNKNOWN");
    }

    private static Result result(Outcome outcome, @Nullable Instant attemptedAt) {
        byte[] key = "acme/fortnox/customer/link".getBytes(StandardCharsets.UTF_8);
        Delivery delivery =
                new Delivery(
                        new CommandReader(Examples.FORTNOX)
                                .read(Messages.creating("acme", "link", "A")),
                        new ConsumerRecord<>("commands.fortnox", 0, 7, key, new byte[0]),
                        new PartitionBook(Bookmark.at(7), true),
                        false);
        Letter letter = ResultLetters.of(delivery, new Answered(outcome, attemptedAt, LATER));
        assertThat(letter.key()).isEqualTo("acme/fortnox/customer/link");
        return (Result) letter.message();
    }
}
