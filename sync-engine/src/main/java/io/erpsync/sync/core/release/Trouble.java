package io.erpsync.sync.core.release;

import io.erpsync.model.Reason;
import java.time.Instant;

/**
 * A fault of one side of a connection, not of one record.
 *
 * @param until no request before this time; after it one at a time, until one succeeds
 * @param failures how often in a row
 */
public record Trouble(Reason reason, String words, Instant since, Instant until, int failures) {}
