package io.erpsync.sync.topology;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Reason;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.sync.meter.EngineMeters;
import io.erpsync.sync.store.WaitingRoom;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what comes for a connection without a valid file, and has it taken in its order once there
 * is one: a file that is broken while the engine starts costs time, and no event.
 */
final class WaitingDesk {

    private static final String ALERT = "no-connection";
    private static final int MOST_PER_TURN = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final WaitingRoom room;
    private final PatientCodec codec;
    private final Publisher publisher;
    private final EngineMeters meters;
    private Instant nextLook = Instant.MIN;
    private boolean sentBack;

    WaitingDesk(WaitingRoom room, PatientCodec codec, Publisher publisher, EngineMeters meters) {
        this.room = room;
        this.codec = codec;
        this.publisher = publisher;
        this.meters = meters;
    }

    /** Whether records that came before still wait, so that this one must not overtake them. */
    boolean isAhead(ConnectionName connection, Incoming incoming) {
        return !incoming.hasWaited() && room.holds(connection);
    }

    /**
     * Keeps a record for which there is no valid file; one that waits already, because the file
     * broke again while it was let in, stays where it is.
     */
    void keep(Incoming incoming, ConnectionName connection, Instant now) {
        if (incoming.hasWaited()) {
            sentBack = true;
            return;
        }
        if (!room.holds(connection)) {
            publisher.deadLetter(Alerts.key(connection, ALERT), alert(connection, now), now);
        }
        room.put(
                connection,
                codec.encode(Topics.DEAD_LETTERS, DeadLetters.unreadable(incoming, "waits", now)));
    }

    /** Has {@code take} take what waits for connections that are known by now. */
    void letIn(Predicate<ConnectionName> isKnown, Consumer<Incoming> take, Instant now) {
        if (room.isEmpty() || now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(BETWEEN_LOOKS);
        for (ConnectionName connection : room.connections()) {
            if (!isKnown.test(connection)) {
                continue;
            }
            for (KeyValue<String, byte[]> kept : room.first(connection, MOST_PER_TURN)) {
                Incoming incoming = incoming(kept.value);
                sentBack = false;
                take.accept(incoming);
                incoming.reckoning().closed();
                if (sentBack) {
                    break;
                }
                room.remove(connection, kept.key);
            }
            if (room.holds(connection)) {
                nextLook = now;
            } else {
                publisher.deadLetter(Alerts.key(connection, ALERT), null, now);
            }
        }
    }

    private Incoming incoming(byte[] record) {
        return switch (codec.decode(Topics.DEAD_LETTERS, record, DeadLetter.class)) {
            case Decoded.Read<DeadLetter>(DeadLetter letter) -> incoming(letter);
            case Decoded.Unreadable<DeadLetter>(String words) ->
                    throw new IllegalStateException("a record that waited: " + words);
        };
    }

    private Incoming incoming(DeadLetter letter) {
        RecordHeaders headers = new RecordHeaders();
        letter.getHeaders().forEach((name, value) -> headers.add(name, bytes(value)));
        return new Incoming(
                        letter.getTopic(),
                        letter.getPartition(),
                        letter.getOffset(),
                        bytes(letter.getKey()),
                        bytes(letter.getValue()),
                        headers,
                        meters.read(letter.getTopic()))
                .waited();
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static DeadLetter alert(ConnectionName connection, Instant now) {
        String words =
                "There is no valid file for the connection '"
                        + connection
                        + "' in the connections folder. What comes for it is kept, and decided on"
                        + " when there is one. If it was taken away for good, put its file back"
                        + " with 'mode: observe' until this alert is gone.";
        return Alerts.letter(connection, ALERT, Reason.SETTINGS_FAULT, words, now);
    }
}
