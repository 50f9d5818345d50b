package io.erpsync.connection.check;

/** How much a finding weighs. */
public enum Severity {
    /** Stops the object type until it is put right. */
    FAULT,
    /** Works, and fails for some values. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
