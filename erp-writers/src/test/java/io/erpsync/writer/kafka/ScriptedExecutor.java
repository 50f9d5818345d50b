package io.erpsync.writer.kafka;

import io.erpsync.model.Outcome;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.writer.execute.Answered;
import io.erpsync.writer.execute.Command;
import io.erpsync.writer.execute.Examples;
import io.erpsync.writer.execute.Executor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Answers every command at once, but for those that are held until they are let go. */
final class ScriptedExecutor implements Executor {

    /** Ids of the commands begun, with a mark on those that were delivered before. */
    final List<String> begun = new CopyOnWriteArrayList<>();

    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

    void hold(String commandId) {
        held.put(commandId, new CountDownLatch(1));
    }

    void letGo(String commandId) {
        CountDownLatch latch = held.remove(commandId);
        if (latch != null) {
            latch.countDown();
        }
    }

    @Override
    public Answered execute(Command command, boolean again) {
        String id = command.id().value();
        begun.add(again ? id + " again" : id);
        CountDownLatch latch = held.get(id);
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                return new Answered(new Outcome.Unknown("stopped"), Examples.NOON, Instant.now());
            }
        }
        return new Answered(
                new Outcome.Applied(
                        new StoredRecord(
                                new RecordReference(Examples.FORTNOX, "customer", id),
                                null,
                                Examples.NAME,
                                Examples.NOON)),
                Examples.NOON,
                Instant.now());
    }
}
