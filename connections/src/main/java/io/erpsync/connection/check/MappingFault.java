package io.erpsync.connection.check;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.ObjectType;

/**
 * One finding about a mapping.
 *
 * @param key the key below the object type, such as {@code mapping.Phone1.lime}
 * @param value what stands there
 * @param message what is the matter with it, to be read after key and value
 * @param remedy what to do about it, as a sentence
 */
public record MappingFault(
        Severity severity, String key, String value, String message, String remedy) {

    /** All of it for a log or a page. */
    public String sentence(ConnectionName connection, ObjectType type) {
        return "connection "
                + connection
                + ": 'objects."
                + type.word()
                + "."
                + key
                + "' is '"
                + value
                + "': "
                + message
                + ". "
                + remedy;
    }
}
