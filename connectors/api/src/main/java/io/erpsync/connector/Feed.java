package io.erpsync.connector;

/** The ways of reading through many records. */
public enum Feed {
    /**
     * Every record changed since the cursor, in full. Without a cursor it begins at the present
     * moment.
     */
    CHANGES,
    /**
     * Every record that now asks for a sync or is in process, in full. Keeps no position between
     * runs.
     */
    STATUS,
    /**
     * Every record there is, in full, once: the baseline that is taken when a connection goes live.
     */
    BASELINE,
    /**
     * Number, registration number and name of every record (without a cursor) or of those changed
     * since, from list pages, for matching only. Never decided on.
     */
    INDEX
}
