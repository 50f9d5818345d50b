package io.erpsync.schemas.serde;

import org.apache.avro.specific.SpecificRecord;

/** What was found in the bytes of a record. */
public sealed interface Decoded<T extends SpecificRecord> {

    record Read<T extends SpecificRecord>(T value) implements Decoded<T> {}

    /** Not a message of the expected kind, and never will be; {@code words} say why. */
    record Unreadable<T extends SpecificRecord>(String words) implements Decoded<T> {}
}
