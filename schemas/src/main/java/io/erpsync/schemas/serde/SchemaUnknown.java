package io.erpsync.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The registry answered, and does not hold the schema or the id that was asked for. */
public final class SchemaUnknown extends SerializationException {

    public SchemaUnknown(String message) {
        super(message);
    }
}
