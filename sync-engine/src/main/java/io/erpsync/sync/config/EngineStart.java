package io.erpsync.sync.config;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;

/**
 * Starts the topology once broker, registry and topics are there. What is merely not up yet is
 * waited for, with the reason shown; what waiting does not mend ends the process.
 */
final class EngineStart implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(EngineStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StartConditions conditions;
    private final Lifecycle streams;
    private final Consumer<String> end;
    private volatile String waitsFor = "start";
    private volatile boolean running;

    EngineStart(StartConditions conditions, Lifecycle streams, Consumer<String> end) {
        this.conditions = conditions;
        this.streams = streams;
        this.end = end;
    }

    /** What keeps the engine from starting; empty once it has started. */
    String waitsFor() {
        return waitsFor;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("engine-start").daemon(true).start(this::startWhenReady);
    }

    private void startWhenReady() {
        try {
            while (running) {
                String missing = conditions.missing();
                if (missing.isEmpty()) {
                    streams.start();
                    waitsFor = "";
                    return;
                }
                if (!missing.equals(waitsFor)) {
                    LOGGER.warn("waits before starting: {}", missing);
                    waitsFor = missing;
                }
                pause();
            }
        } catch (CannotRun hopeless) {
            refuse(String.valueOf(hopeless.getMessage()));
        } catch (KafkaException failed) {
            refuse("the topology cannot start: " + failed.getMostSpecificCause().getMessage());
        }
    }

    private void refuse(String reason) {
        running = false;
        waitsFor = reason;
        end.accept(reason);
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        streams.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
