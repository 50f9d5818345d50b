package io.erpsync.connection.rules;

/**
 * Something in the settings of one connection that a person must put right, or should know.
 *
 * @param connection its name; the file's name where the file does not say
 * @param file the file to look into; empty when the cause stands outside the connection's file
 * @param key the path of the key, such as {@code objects.customer.update-from}; empty for the file
 *     as a whole
 * @param value what stands there, as written; empty when nothing does or when it may be a secret
 * @param message what is wrong with it and what to do, to be read after key and value
 */
public record ConnectionFault(
        String connection, String file, String key, String value, String message) {

    /** All of it as one sentence for a log or a page. */
    public String sentence() {
        StringBuilder text = new StringBuilder("connection ").append(connection);
        if (!file.isEmpty()) {
            text.append(" (").append(file).append(')');
        }
        text.append(": ");
        if (!key.isEmpty()) {
            text.append('\'').append(key).append("' ");
        }
        if (!value.isEmpty()) {
            text.append(key.isEmpty() ? "" : "is ").append('\'').append(value).append("': ");
        }
        return text.append(message).toString();
    }
}
