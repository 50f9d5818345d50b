package io.erpsync.connector;

/**
 * A connection cannot be opened because a setting is missing or unreadable. The message is for the
 * person who wrote it.
 */
public final class SettingsFault extends RuntimeException {

    private final String key;

    public SettingsFault(String key, String message) {
        super(message);
        this.key = key;
    }

    /** The setting at fault, as the connection file spells it. */
    public String key() {
        return key;
    }
}
