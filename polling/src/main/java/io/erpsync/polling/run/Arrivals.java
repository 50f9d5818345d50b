package io.erpsync.polling.run;

import io.erpsync.polling.kafka.CursorReader;
import io.erpsync.polling.kafka.Fenced;
import io.erpsync.polling.kafka.Publisher;
import io.erpsync.polling.kafka.PublishingTrouble;
import io.erpsync.polling.kafka.Tenure;
import io.erpsync.polling.kafka.UnreadableCursor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads how far the connections of partitions that have come were read, and sets aside first what
 * nobody can read of that.
 */
final class Arrivals {

    private static final Logger LOGGER = LoggerFactory.getLogger(Arrivals.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CursorReader cursors;
    private final Surroundings surroundings;

    Arrivals(CursorReader cursors, Surroundings surroundings) {
        this.cursors = cursors;
        this.surroundings = surroundings;
    }

    /** Blocks for as long as it takes; null when nobody wants to know any more. */
    CursorReader.@Nullable Read read(List<Tenure> tenures) {
        List<Integer> partitions = tenures.stream().map(Tenure::partition).toList();
        while (isWanted(tenures)) {
            try {
                CursorReader.Read read = cursors.read(partitions, () -> isWanted(tenures));
                if (isSetAside(tenures, read)) {
                    return read;
                }
            } catch (Fenced fenced) {
                surroundings.end().accept(String.valueOf(fenced.getMessage()));
                return null;
            } catch (PublishingTrouble | KafkaException trouble) {
                LOGGER.warn("Cursors cannot be read yet: {}", trouble.getMessage());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return null;
    }

    private static boolean isWanted(List<Tenure> tenures) {
        return tenures.stream().anyMatch(tenure -> !tenure.isOver());
    }

    /** False when it has to be tried again. */
    private boolean isSetAside(List<Tenure> tenures, CursorReader.Read read) {
        for (UnreadableCursor cursor : read.unreadable().values()) {
            for (Tenure tenure : tenures) {
                if (tenure.partition() == cursor.partition()
                        && surroundings.publisher().setAside(tenure, cursor)
                                != Publisher.Result.DONE) {
                    return false;
                }
            }
        }
        read.unreadable().values().forEach(this::tell);
        return true;
    }

    private void tell(UnreadableCursor cursor) {
        surroundings.meters().unreadableCursor();
        LOGGER.atError()
                .addKeyValue("connection", cursor.connection())
                .addKeyValue("topic", cursor.topic())
                .addKeyValue("partition", cursor.partition())
                .addKeyValue("offset", cursor.offset())
                .addKeyValue("reason", "UNREADABLE")
                .log("A stored cursor cannot be read and is set aside: {}", cursor.words());
    }
}
