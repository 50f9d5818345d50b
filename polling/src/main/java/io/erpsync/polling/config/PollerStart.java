package io.erpsync.polling.config;

import io.erpsync.polling.kafka.ClientSettings;
import io.erpsync.polling.kafka.Fenced;
import io.erpsync.polling.kafka.Membership;
import io.erpsync.polling.kafka.Publisher;
import io.erpsync.polling.kafka.PublishingTrouble;
import io.erpsync.polling.run.PollerProcess;
import io.erpsync.polling.run.StatusBoard;
import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.serde.SubjectSetUp;
import io.erpsync.schemas.topics.TopicSetUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.springframework.context.SmartLifecycle;

/**
 * Starts a poller once broker, registry and topics are there. What is merely not up yet is waited
 * for, with the reason shown; topics of another partition count end the process, for order would be
 * lost.
 */
final class PollerStart implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ClientSettings clients;
    private final Map<String, Object> registry;
    private final Publisher publisher;
    private final Membership membership;
    private final PollerProcess process;
    private final StatusBoard board;
    private final Consumer<String> end;
    private volatile boolean running;

    PollerStart(
            ClientSettings clients,
            Map<String, Object> registry,
            Publisher publisher,
            Membership membership,
            PollerProcess process,
            StatusBoard board,
            Consumer<String> end) {
        this.clients = clients;
        this.registry = registry;
        this.publisher = publisher;
        this.membership = membership;
        this.process = process;
        this.board = board;
        this.end = end;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("poller-start").daemon(true).start(this::startWhenReady);
    }

    private void startWhenReady() {
        while (running) {
            String obstacle = obstacle();
            if (obstacle.isEmpty()) {
                membership.start();
                process.start();
                board.works();
                return;
            }
            board.waitsFor(obstacle);
            pause();
        }
    }

    private String obstacle() {
        try (Admin admin = Admin.create(clients.admin());
                SubjectSetUp subjects = new SubjectSetUp(registry)) {
            List<String> faults =
                    new ArrayList<>(new TopicSetUp(admin).verify(clients.partitions()));
            if (faults.stream().anyMatch(fault -> fault.contains("partitions"))) {
                running = false;
                end.accept("it refuses to start: " + String.join("; ", faults));
            }
            faults.addAll(subjects.verify(Contract.schemaByTopic()));
            if (faults.isEmpty()) {
                publisher.open();
            }
            return String.join("; ", faults);
        } catch (PublishingTrouble | KafkaException unavailable) {
            // Names that do not resolve yet, too: whatever is not there may still come.
            return String.valueOf(unavailable.getMessage());
        } catch (Fenced fenced) {
            end.accept(String.valueOf(fenced.getMessage()));
            running = false;
            return String.valueOf(fenced.getMessage());
        }
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
        process.close();
        membership.close();
        publisher.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
