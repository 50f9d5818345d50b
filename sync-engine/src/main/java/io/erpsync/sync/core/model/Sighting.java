package io.erpsync.sync.core.model;

import io.erpsync.model.Fields;
import java.time.Instant;

/** A whole record as it was seen, and when, on that side's clock. */
public record Sighting(Fields fields, Instant asOf) {}
