package io.erpsync.polling.run;

import io.erpsync.polling.kafka.Fenced;
import io.erpsync.polling.kafka.Publication;
import io.erpsync.polling.kafka.Publisher;
import io.erpsync.polling.kafka.PublishingTrouble;
import io.erpsync.polling.kafka.Tenure;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what one connection brought, and tries again with what it holds until that has gone out
 * or the connection is not ours any more: broker and registry may be away for a while, and a group
 * that changes refuses what was begun before.
 */
final class Outbox {

    private static final Logger LOGGER = LoggerFactory.getLogger(Outbox.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Tenure tenure;
    private final Agenda agenda;
    private final Surroundings surroundings;

    Outbox(Tenure tenure, Agenda agenda, Surroundings surroundings) {
        this.tenure = tenure;
        this.agenda = agenda;
        this.surroundings = surroundings;
    }

    /** Blocks; false when nothing went out and nothing will. */
    boolean publish(Publication publication) throws InterruptedException {
        String told = "";
        while (!agenda.isStopped() && !tenure.isOver()) {
            try {
                if (surroundings.publisher().publish(tenure, publication)
                        == Publisher.Result.DONE) {
                    surroundings.meters().published(publication.seen());
                    return true;
                }
            } catch (Fenced fenced) {
                surroundings.end().accept(String.valueOf(fenced.getMessage()));
                agenda.stop();
                return false;
            } catch (PublishingTrouble | KafkaException trouble) {
                told = tellOnce(publication, trouble, told);
            }
            if (!agenda.pause(PAUSE)) {
                return false;
            }
        }
        agenda.stop();
        return false;
    }

    private String tellOnce(Publication publication, RuntimeException trouble, String told) {
        surroundings.meters().notPublished();
        String words = String.valueOf(trouble.getMessage());
        if (!words.equals(told)) {
            LOGGER.atWarn()
                    .addKeyValue("connection", publication.connection())
                    .log("Not published yet, trying again: {}", words);
        }
        return words;
    }
}
