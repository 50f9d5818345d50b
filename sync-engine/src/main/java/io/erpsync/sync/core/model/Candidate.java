package io.erpsync.sync.core.model;

import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import org.jspecify.annotations.Nullable;

/**
 * A record on a side that might be the one that is looked for. {@code owner} is the link that has
 * it already; {@code busy} says whether something is under way for it nevertheless.
 */
public record Candidate(
        RecordReference reference,
        String number,
        String name,
        @Nullable LinkId owner,
        boolean busy) {}
