package io.erpsync.sandbox.exchange;

/** Thrown for a text that is no JSON, or not of the kind that was asked for. */
public final class UnreadableJson extends RuntimeException {

    public UnreadableJson(String message) {
        super(message);
    }
}
