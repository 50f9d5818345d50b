package io.erpsync.sync.core.world;

/** What goes wrong with one request. */
public enum Fault {
    NONE,
    /** Surely not carried out, may work later. */
    UNAVAILABLE,
    REFUSED,
    /** A read is answered with what the ERP's record was before its last change. */
    STALE,
    /** Somebody else wrote first. */
    CONFLICT,
    /** The answer never came, and nothing was written. */
    UNKNOWN_LOST,
    /** The answer never came, and it was written. */
    UNKNOWN_WRITTEN,
    /** The answer never came, and it is written some time later. */
    UNKNOWN_LATE
}
