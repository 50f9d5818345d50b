package io.erpsync.writer.kafka;

import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.StoredRecord;
import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.Result;
import io.erpsync.schemas.topics.HeaderText;
import io.erpsync.schemas.topics.Headers;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.schemas.value.AvroValues;
import io.erpsync.writer.execute.Answered;
import io.erpsync.writer.execute.Command;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The answer to a command as a message. */
final class ResultLetters {

    private ResultLetters() {}

    static Letter of(Delivery delivery, Answered answered) {
        Command command = delivery.command();
        Result.Builder result =
                Result.newBuilder()
                        .setCommandId(command.id().value())
                        .setConnection(command.connection().value())
                        .setLinkId(command.link().value())
                        .setSystem(command.target().value())
                        .setType(command.entity())
                        .setAction(Action.valueOf(command.task().action().name()))
                        .setAttemptedAt(answered.attemptedAt())
                        .setAnsweredAt(answered.answeredAt());
        put(result, answered.outcome());
        return letter(delivery.record(), command.id().value(), result.build());
    }

    /** A result goes under its command's key and takes the journey's headers along. */
    static Letter letter(ConsumerRecord<byte[], byte[]> record, String commandId, Result result) {
        RecordHeaders headers = new RecordHeaders(record.headers().toArray());
        HeaderText.put(headers, Headers.CAUSATION_ID, commandId);
        return new Letter(
                Topics.RESULTS, new String(record.key(), StandardCharsets.UTF_8), result, headers);
    }

    private static void put(Result.Builder result, Outcome outcome) {
        switch (outcome) {
            case Outcome.Applied(StoredRecord record) -> applied(result, record);
            case Outcome.Absent(String words) ->
                    result.setOutcome(io.erpsync.schemas.message.Outcome.ABSENT).setWords(words);
            case Outcome.Refused(Reason reason, @Nullable String field, String words) ->
                    result.setOutcome(io.erpsync.schemas.message.Outcome.REFUSED)
                            .setReason(reason.name())
                            .setField(field)
                            .setWords(words);
            case Outcome.Conflict(String words) ->
                    result.setOutcome(io.erpsync.schemas.message.Outcome.CONFLICT).setWords(words);
            case Outcome.Unavailable(Reason reason, @Nullable Duration retryAfter, String words) ->
                    result.setOutcome(io.erpsync.schemas.message.Outcome.UNAVAILABLE)
                            .setReason(reason.name())
                            .setRetryAfterMillis(retryAfter == null ? null : retryAfter.toMillis())
                            .setWords(words);
            case Outcome.Unknown(String words) ->
                    result.setOutcome(io.erpsync.schemas.message.Outcome.UNKNOWN).setWords(words);
        }
    }

    private static void applied(Result.Builder result, StoredRecord record) {
        Map<String, @Nullable Object> fields = AvroValues.toAvro(record.fields());
        result.setOutcome(io.erpsync.schemas.message.Outcome.APPLIED)
                .setReference(AvroValues.toAvro(record.reference()))
                .setTechnicalId(record.technicalId())
                .setFields(fields)
                .setWrittenAt(record.asOf());
    }
}
