package io.erpsync.sandbox.lime.metadata;

/** One choice of an option property; the empty one has no text. */
public record Option(long id, String key, String text, boolean inactive) {

    /** The key of the choice that means none. */
    public static final String EMPTY = "empty";
}
