package io.erpsync.sync.topology;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.message.LinkState;
import io.erpsync.schemas.topics.HeaderText;
import io.erpsync.schemas.topics.Headers;
import io.erpsync.schemas.topics.Keys;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.schemas.topics.TraceParent;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.translate.CommandTranslator;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Encodes what the engine has to say and sends it to its topic. */
final class Publisher {

    private final PatientCodec codec;
    private final Outbox outbox;

    Publisher(PatientCodec codec, Outbox outbox) {
        this.codec = codec;
        this.outbox = outbox;
    }

    void command(
            Order order,
            Link link,
            Scene scene,
            String correlation,
            String causation,
            Instant now) {
        Command command =
                CommandTranslator.command(order, link, scene.connection(), scene.object(), now);
        String topic = Topics.commandsTo(CommandTranslator.target(order, scene.connection()));
        RecordHeaders headers = new RecordHeaders();
        HeaderText.put(headers, Headers.CONNECTION, command.getConnection());
        HeaderText.put(headers, Headers.LINK_ID, command.getLinkId());
        HeaderText.put(headers, Headers.COMMAND_ID, command.getCommandId());
        HeaderText.put(headers, Headers.SYSTEM, command.getSystem());
        HeaderText.put(headers, Headers.ACTION, command.getAction().name());
        HeaderText.put(headers, Headers.CORRELATION_ID, correlation);
        HeaderText.put(headers, Headers.CAUSATION_ID, causation);
        HeaderText.put(
                headers, Headers.TRACE_PARENT, TraceParent.of(correlation, command.getCommandId()));
        outbox.send(
                topic,
                commandKey(order, link, scene),
                codec.encode(topic, command),
                headers,
                now.toEpochMilli());
    }

    private static String commandKey(Order order, Link link, Scene scene) {
        RecordReference reference = link.side(order.target()).reference();
        return reference == null
                ? Keys.ofNew(
                        link.connection(),
                        CommandTranslator.target(order, scene.connection()),
                        CommandTranslator.type(order, scene.object()),
                        link.id())
                : Keys.of(link.connection(), reference);
    }

    void link(LinkState state, Link link, Instant now) {
        outbox.send(
                Topics.LINKS,
                Keys.ofLink(link.connection(), link.id()),
                codec.encode(Topics.LINKS, state),
                now.toEpochMilli());
    }

    /** The link is no more: another has taken its record over. */
    void forget(ConnectionName connection, LinkId link, Instant now) {
        outbox.send(Topics.LINKS, Keys.ofLink(connection, link), null, now.toEpochMilli());
    }

    void history(HistoryEntry entry, ConnectionName connection, LinkId link, Instant now) {
        outbox.send(
                Topics.HISTORY,
                Keys.ofLink(connection, link),
                codec.encode(Topics.HISTORY, entry),
                now.toEpochMilli());
    }

    void history(HistoryEntry entry, String key, Instant now) {
        outbox.send(Topics.HISTORY, key, codec.encode(Topics.HISTORY, entry), now.toEpochMilli());
    }

    /** Sets aside, or with null as {@code letter} strikes out what was set aside under that key. */
    void deadLetter(String key, @Nullable DeadLetter letter, Instant now) {
        byte[] value = letter == null ? null : codec.encode(Topics.DEAD_LETTERS, letter);
        outbox.send(Topics.DEAD_LETTERS, key, value, now.toEpochMilli());
    }
}
