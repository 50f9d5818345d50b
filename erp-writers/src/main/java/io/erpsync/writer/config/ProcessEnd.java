package io.erpsync.writer.config;

/** Ends the process with a failure; a supervisor starts it anew. */
@FunctionalInterface
public interface ProcessEnd {

    /** Returns at once. */
    void because(String reason);
}
