package io.erpsync.sync.core.model;

import io.erpsync.model.Fields;
import java.time.Instant;

/** A whole record as it was seen, and when, on that side's clock. */
public record Sighting(Fields fields, Instant asOf) {

    /**
     * Stands for something newer that was not read: no observation answers it, only a look does.
     */
    public static final Sighting UNREAD =
            new Sighting(Fields.NONE, Instant.parse("9999-12-31T00:00:00Z"));
}
