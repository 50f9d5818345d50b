package io.erpsync.sandbox.lime.store;

/** Who moves a status. */
public enum Setter {
    USER,
    SYNC_USER,
    /** Lime itself, because a watched property changed. */
    TRIGGER
}
