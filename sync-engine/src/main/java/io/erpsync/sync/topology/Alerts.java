package io.erpsync.sync.topology;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.topics.Keys;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Dead letters that speak of a whole connection: one while the matter lasts, struck out when it is
 * over.
 */
final class Alerts {

    private Alerts() {}

    static String key(ConnectionName connection, String name) {
        return Keys.ofAlert(connection, name);
    }

    static String word(Side side) {
        return side == Side.LIME ? "lime" : side.name().toLowerCase(Locale.ROOT);
    }

    static DeadLetter letter(
            ConnectionName connection, String name, Reason reason, String words, Instant now) {
        return DeadLetter.newBuilder()
                .setDeadLetterId(connection.value() + "/" + name)
                .setConnection(connection.value())
                .setLinkId(null)
                .setReference(null)
                .setReason(reason.name())
                .setWords(words)
                .setTopic("")
                .setPartition(-1)
                .setOffset(-1)
                .setHeaders(Map.of())
                .setAt(now)
                .build();
    }
}
