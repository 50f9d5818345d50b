package io.erpsync.connection.rules;

/** Whether a connection acts. */
public enum Mode {
    /** Decides and shows, writes nothing on either side. */
    OBSERVE,
    LIVE,
    /** Neither polls nor decides. */
    OFF
}
