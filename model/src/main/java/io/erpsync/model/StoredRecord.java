package io.erpsync.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as its system holds it, in that system's own field names and from its detail view or a
 * write's answer, never from a list item.
 *
 * @param reference what the system addresses it by
 * @param technicalId an id that survives a change of number; null where the system has none besides
 *     the number
 * @param fields all fields that we can read
 * @param asOf a time on that system's clock at or before which this state was read; a state is
 *     surely newer than a write only if its {@code asOf} is after the write's
 */
public record StoredRecord(
        RecordReference reference, @Nullable String technicalId, Fields fields, Instant asOf) {}
