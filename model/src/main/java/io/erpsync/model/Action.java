package io.erpsync.model;

/** What a command asks of a target. */
public enum Action {
    CREATE,
    UPDATE,
    /** Read one record now, in the object's order. */
    READ,
    /** One cheap call that says whether the connection works. */
    PROBE
}
