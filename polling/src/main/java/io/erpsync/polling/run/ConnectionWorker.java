package io.erpsync.polling.run;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.Answer;
import io.erpsync.model.Reason;
import io.erpsync.polling.kafka.Owner.TakenHint;
import io.erpsync.polling.plan.HintLine;
import io.erpsync.polling.plan.Source;
import io.erpsync.polling.plan.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls one connection for as long as its partition is ours: one thread takes the steps of its
 * schedule, another reads the records that hints name, so that whoever waits for one does not wait
 * for a page. Threads of its own, so that it holds up no other connection.
 */
final class ConnectionWorker {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConnectionWorker.class);

    private final Work work;
    private final Holding place;
    private final Agenda agenda;
    private final FeedSteps steps;
    private final HintReads hints;
    private final List<Thread> threads = new ArrayList<>();

    ConnectionWorker(Work work, Holding place, Agenda agenda, Surroundings surroundings) {
        this.work = work;
        this.place = place;
        this.agenda = agenda;
        Outbox outbox = new Outbox(place.tenure(), agenda, surroundings);
        this.steps = new FeedSteps(work, place, agenda, outbox, surroundings);
        this.hints = new HintReads(work, place, agenda, outbox, surroundings, steps::skew);
    }

    void start() {
        threads.add(Thread.ofVirtual().name("poll-" + work.name()).start(this::takeSteps));
        threads.add(Thread.ofVirtual().name("hints-" + work.name()).start(this::readHints));
    }

    /** Whether this worker does what the connection's file says now. */
    boolean serves(Connection now, AccessSettings accessNow, Holding placeNow) {
        return work.connection().rulesVersion().equals(now.rulesVersion())
                && work.connection().polling().equals(now.polling())
                && work.access().equals(accessNow)
                && place.equals(placeNow);
    }

    /** Takes a hint; never blocks. */
    void hinted(TakenHint hint) {
        hints.accept(hint);
    }

    private void takeSteps() {
        try {
            for (Step step = agenda.nextStep(); step != null; step = agenda.nextStep()) {
                take(step);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Step step) throws InterruptedException {
        try {
            steps.take(step);
        } catch (RuntimeException fault) {
            // A fault of ours with one page must be seen, and must not end the connection's polls.
            tell(fault, step instanceof Step.Poll poll ? poll.source() : null);
        }
    }

    private void readHints() {
        try {
            for (HintLine.Turn turn = agenda.nextHint(); turn != null; turn = agenda.nextHint()) {
                read(turn);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(HintLine.Turn turn) throws InterruptedException {
        try {
            hints.read(turn);
        } catch (RuntimeException fault) {
            // A fault of ours with one record must be seen, and must not end the others' hints.
            tell(fault, null);
            hints.leave(turn);
        }
    }

    private void tell(RuntimeException fault, @Nullable Source source) {
        LOGGER.atError()
                .addKeyValue("connection", work.name())
                .setCause(fault)
                .log("Polling failed for a reason of our own");
        String words = "internal fault: " + fault.getClass().getSimpleName();
        steps.failed(source, new Answer.Failed<>(Reason.UNEXPECTED_ANSWER, null, words));
    }

    /**
     * Returns at once; what is under way still ends, but it is no longer waited for. The hints that
     * nobody has read are given back; one that is being read may be read a second time.
     */
    List<TakenHint> close() {
        agenda.stop();
        threads.forEach(Thread::interrupt);
        work.system().close();
        return hints.left();
    }

    boolean isIn(Holding some) {
        return place.equals(some);
    }
}
