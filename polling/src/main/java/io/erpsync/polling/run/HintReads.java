package io.erpsync.polling.run;

import io.erpsync.connector.ReadRequest;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.polling.kafka.Owner.TakenHint;
import io.erpsync.polling.kafka.Publication;
import io.erpsync.polling.plan.HintLine;
import io.erpsync.polling.plan.Observations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the records of one connection that hints name, and publishes them at once. */
final class HintReads {

    private final Work work;
    private final Holding place;
    private final Agenda agenda;
    private final Outbox outbox;
    private final Surroundings surroundings;
    private final Supplier<Duration> skew;

    HintReads(
            Work work,
            Holding place,
            Agenda agenda,
            Outbox outbox,
            Surroundings surroundings,
            Supplier<Duration> skew) {
        this.work = work;
        this.place = place;
        this.agenda = agenda;
        this.outbox = outbox;
        this.surroundings = surroundings;
        this.skew = skew;
    }

    /** Puts a hint in line, or settles it when there is nothing to read for it. Never blocks. */
    void accept(TakenHint hint) {
        if (hint.reference() == null) {
            agenda.pollNow();
            settle(List.of(hint.offset()), "poll");
            return;
        }
        ObjectType type = work.typeOf(hint.reference());
        if (type == null) {
            settle(List.of(hint.offset()), "other");
        } else if (!agenda.join(
                new HintLine.Wanted(type, hint.reference().id()), hint.offset(), hint.deleted())) {
            settle(List.of(hint.offset()), "poll");
        }
    }

    /** Once stopped: the hints that nobody has read, for whoever goes on. */
    List<TakenHint> left() {
        return agenda.leftHints().stream().flatMap(this::taken).toList();
    }

    private Stream<TakenHint> taken(HintLine.Turn turn) {
        RecordReference reference = work.reference(turn.wanted().type(), turn.wanted().id());
        return turn.offsets().stream()
                .map(offset -> new TakenHint(work.name(), reference, offset, turn.deleted()));
    }

    /** Blocks for one request and one transaction. */
    void read(HintLine.Turn turn) throws InterruptedException {
        HintLine.Wanted wanted = turn.wanted();
        Instant begun = surroundings.clock().instant();
        Outcome outcome =
                work.system()
                        .read(
                                new ReadRequest(
                                        wanted.type(),
                                        wanted.id(),
                                        work.fields(wanted.type()),
                                        turn.urgency()));
        switch (outcome) {
            case Outcome.Applied(StoredRecord record) -> publish(turn, begun, record);
            case Outcome.Absent _ -> publish(turn, begun, null);
            case Outcome.Unavailable(Reason reason, var retryAfter, String words) ->
                    failed(turn, reason, retryAfter, words);
            case Outcome.Refused(Reason reason, _, String words) ->
                    failed(turn, reason, null, words);
            case Outcome.Conflict(String words) ->
                    failed(turn, Reason.UNEXPECTED_ANSWER, null, words);
            case Outcome.Unknown(String words) ->
                    failed(turn, Reason.UNEXPECTED_ANSWER, null, words);
        }
    }

    private void failed(
            HintLine.Turn turn, Reason reason, @Nullable Duration retryAfter, String words) {
        leave(turn);
        agenda.hintFailed(reason, retryAfter, words);
    }

    /**
     * Safe to let go of most: the next poll brings what the hint spoke of. No poll shows a
     * deletion, so that is tried until it can be read.
     */
    void leave(HintLine.Turn turn) {
        if (turn.deleted()) {
            agenda.hintAgain(turn);
            surroundings.meters().hint("again");
        } else {
            settle(turn.offsets(), "failed");
            agenda.hintDone();
            agenda.makeDue();
        }
    }

    private void publish(HintLine.Turn turn, Instant begun, @Nullable StoredRecord record)
            throws InterruptedException {
        var seen =
                new Observations(work.name(), begun, skew.get())
                        .hinted(
                                work.reference(turn.wanted().type(), turn.wanted().id()),
                                record,
                                turn.urgency());
        if (outbox.publish(Publication.hinted(seen, turn.offsets()))) {
            surroundings.meters().hint("read");
            agenda.hintDone();
        }
    }

    private void settle(List<Long> offsets, String outcome) {
        place.tenure().settle(offsets);
        surroundings.meters().hint(outcome);
    }
}
