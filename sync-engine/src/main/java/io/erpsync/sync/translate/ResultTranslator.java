package io.erpsync.sync.translate;

import io.erpsync.model.CommandId;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Reference;
import io.erpsync.schemas.message.Result;
import io.erpsync.schemas.value.AvroValues;
import io.erpsync.sync.core.model.Event;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Results, from Avro. */
public final class ResultTranslator {

    private ResultTranslator() {}

    /**
     * Whose command was answered, and how; throws {@link IllegalArgumentException} for what this
     * version cannot understand.
     */
    public static ReadResult result(Result result, Instant now) {
        return new ReadResult(
                new ConnectionName(result.getConnection()),
                new LinkId(result.getLinkId()),
                result.getSystem().equals(SystemName.LIME.value()) ? Side.LIME : Side.ERP,
                new Event.Answered(
                        new CommandId(result.getCommandId()),
                        outcome(result),
                        result.getAttemptedAt(),
                        now));
    }

    /**
     * The outcome; one of a newer version than this, or an applied one without its record, is of
     * unknown fate.
     */
    static Outcome outcome(Result result) {
        return switch (result.getOutcome()) {
            case APPLIED -> applied(result);
            case ABSENT -> new Outcome.Absent(result.getWords());
            case REFUSED ->
                    new Outcome.Refused(reason(result), result.getField(), result.getWords());
            case CONFLICT -> new Outcome.Conflict(result.getWords());
            case UNAVAILABLE ->
                    new Outcome.Unavailable(reason(result), retryAfter(result), result.getWords());
            case UNKNOWN, UNRECOGNISED -> new Outcome.Unknown(result.getWords());
        };
    }

    private static Outcome applied(Result result) {
        Reference reference = result.getReference();
        if (reference == null || result.getWrittenAt() == null) {
            return new Outcome.Unknown("the result names no record");
        }
        return new Outcome.Applied(
                new StoredRecord(
                        AvroValues.toModel(reference),
                        result.getTechnicalId(),
                        AvroValues.toModel(result.getFields()),
                        result.getWrittenAt()));
    }

    private static Reason reason(Result result) {
        String name = result.getReason();
        return name == null ? Reason.UNRECOGNISED : Reason.of(name);
    }

    private static @Nullable Duration retryAfter(Result result) {
        Long millis = result.getRetryAfterMillis();
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
