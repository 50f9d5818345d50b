package io.erpsync.polling.plan;

import io.erpsync.connector.Cursor;
import java.time.Instant;

/**
 * How far a source was read.
 *
 * @param complete whether the run that led here is complete; if not, it goes on from here
 * @param at when, on our clock
 */
public record Progress(Cursor cursor, boolean complete, Instant at) {}
