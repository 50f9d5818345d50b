package io.erpsync.cli.kafka;

import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What a record turned out to be. */
public sealed interface Found<T extends SpecificRecord> {

    RawRecord raw();

    /** The message, if it could be read. */
    default Stream<T> readable() {
        return switch (this) {
            case Message<T>(var _, T message) -> Stream.of(message);
            case Unreadable<T> _ -> Stream.empty();
        };
    }

    record Message<T extends SpecificRecord>(RawRecord raw, T message) implements Found<T> {}

    /** Shown as such: an operator must see what the services cannot read. */
    record Unreadable<T extends SpecificRecord>(RawRecord raw, String words) implements Found<T> {}

    static <T extends SpecificRecord> Found<T> in(
            RawRecord raw, MessageCodec codec, Class<T> type) {
        return switch (codec.decode(raw.topic(), raw.value(), type)) {
            case Decoded.Read<T>(T message) -> new Message<>(raw, message);
            case Decoded.Unreadable<T>(String words) -> new Unreadable<>(raw, words);
        };
    }
}
