package io.erpsync.writer.kafka;

import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.writer.execute.PartitionBook;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of a record what is to be done with it. */
final class Intake {

    private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);

    private final MessageCodec codec;
    private final CommandReader reader;
    private final InstantSource clock;

    Intake(MessageCodec codec, SystemName target, InstantSource clock) {
        this.codec = codec;
        this.reader = new CommandReader(target);
        this.clock = clock;
    }

    /** What a record turned out to be. */
    sealed interface Taken {

        /** A command, to be carried out. */
        record ToDo(Delivery delivery) implements Taken {}

        /** Not a command; dealt with by telling so. */
        record Done(Settled settled) implements Taken {}
    }

    /** The command in {@code record}, once it is decoded; throws as the codec does. */
    Decoded<Command> decode(ConsumerRecord<byte[], byte[]> record) {
        return codec.decode(record.topic(), record.value(), Command.class);
    }

    Taken take(
            ConsumerRecord<byte[], byte[]> record,
            Decoded<Command> decoded,
            PartitionBook book,
            boolean again) {
        return switch (decoded) {
            case Decoded.Unreadable<Command>(String words) -> unreadable(record, book, words);
            case Decoded.Read<Command>(Command message) -> read(record, message, book, again);
        };
    }

    private Taken read(
            ConsumerRecord<byte[], byte[]> record,
            Command message,
            PartitionBook book,
            boolean again) {
        if (record.key() == null) {
            return unreadable(record, book, "the command has no key");
        }
        try {
            return new Taken.ToDo(new Delivery(reader.read(message), record, book, again));
        } catch (IllegalArgumentException unusable) {
            return unreadable(record, book, String.valueOf(unusable.getMessage()));
        }
    }

    private Taken unreadable(
            ConsumerRecord<byte[], byte[]> record, PartitionBook book, String words) {
        LOGGER.atError()
                .addKeyValue("reason", "UNREADABLE")
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .log("A command cannot be read and is set aside: {}", words);
        return new Taken.Done(
                new Settled(record, book, UnreadableLetters.of(record, words, clock.instant())));
    }
}
