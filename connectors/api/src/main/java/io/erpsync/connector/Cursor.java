package io.erpsync.connector;

/**
 * How far a feed was read; its text is the connector's own affair and means nothing to anyone else.
 */
public record Cursor(String position) {

    public Cursor {
        if (position.isBlank()) {
            throw new IllegalArgumentException("a cursor is not blank");
        }
    }
}
