package io.erpsync.model;

/** The two ends of a connection. */
public enum Side {
    LIME,
    ERP;

    public Side other() {
        return this == LIME ? ERP : LIME;
    }
}
