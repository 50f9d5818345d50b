package io.erpsync.sync.core.model;

/** How a round ended, as the card will say. */
public sealed interface Verdict {

    record Synced() implements Verdict {}

    record Failed(Problem problem) implements Verdict {}
}
