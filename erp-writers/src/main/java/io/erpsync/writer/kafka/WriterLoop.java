package io.erpsync.writer.kafka;

import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.writer.execute.Executor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer as one thread: waits for broker and registry, then takes commands and sends results
 * until it is stopped. It never waits for a target.
 */
public final class WriterLoop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(WriterLoop.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final GroupSettings settings;
    private final Executor executor;
    private final Membership membership;
    private final WriterState state;
    private final Consumer<String> end;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform()
                    .name("writer")
                    .uncaughtExceptionHandler((_, fault) -> broken(fault))
                    .unstarted(this::run);

    /**
     * @param end called with the reason, from the loop's thread, when the process must end
     */
    public WriterLoop(
            GroupSettings settings,
            Executor executor,
            Membership membership,
            WriterState state,
            Consumer<String> end) {
        this.settings = settings;
        this.executor = executor;
        this.membership = membership;
        this.state = state;
        this.end = end;
    }

    /** Returns at once. */
    public void start() {
        thread.start();
    }

    /**
     * Lets running commands end for the grace time, sends their results, and returns when all is
     * shut down.
     */
    @Override
    public void close() {
        stopped.countDown();
        if (thread == Thread.currentThread() || thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(settings.stopGrace().plus(Duration.ofSeconds(15)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            if (awaitStartUp()) {
                work();
            }
        } catch (CannotRun fault) {
            LOGGER.atError()
                    .addKeyValue("reason", "CANNOT_RUN")
                    .setCause(fault.getCause())
                    .log("This writer must end: {}", fault.getMessage());
            end.accept(String.valueOf(fault.getMessage()));
        }
    }

    // A process without its loop would look alive and do nothing.
    private void broken(Throwable fault) {
        LOGGER.atError()
                .addKeyValue("reason", "BROKEN")
                .setCause(fault)
                .log("This writer must end after a fault in erpsync.");
        end.accept("a fault in erpsync: " + fault);
    }

    private boolean awaitStartUp() {
        StartUp startUp = new StartUp(settings, state);
        while (!isStopped()) {
            if (startUp.isDone()) {
                return true;
            }
            pause();
        }
        return false;
    }

    private void work() {
        try (MessageCodec codec = new MessageCodec(settings.codec());
                Publisher publisher =
                        new Publisher(
                                () -> new KafkaProducer<>(settings.producer()),
                                codec,
                                state,
                                InstantSource.system());
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.consumer())) {
            // Before the first command is taken, so that what an earlier process of this name
            // left half sent is ended, and its results and offsets are read as they will stay.
            while (!isStopped() && !publisher.ready()) {
                pause();
            }
            CommandFlow flow =
                    new CommandFlow(
                            settings, consumer, publisher, codec, executor, membership, state);
            flow.join();
            while (!isStopped()) {
                if (!flow.turn()) {
                    pause();
                }
            }
            flow.finish();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            boolean _ = stopped.await(BEFORE_NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            stopped.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
