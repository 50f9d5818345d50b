package io.erpsync.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The registry refused to take in a schema: it is not compatible with the subject's earlier ones,
 * or not valid. Lasting, until a person changes the schema or the registry.
 */
public final class SchemaRefused extends SerializationException {

    public SchemaRefused(String message) {
        super(message);
    }
}
