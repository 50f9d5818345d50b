package io.erpsync.polling.plan;

import io.erpsync.connector.Cursor;
import io.erpsync.model.ObjectType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the worker of a connection does next. */
public sealed interface Step {

    /** One cheap call: does the key work. */
    record Identify() implements Step {}

    record ReadCatalogue(ObjectType type) implements Step {}

    /** Reads the next page of a feed; a null cursor begins at its beginning. */
    record Poll(Source source, @Nullable Cursor cursor) implements Step {}

    /** There is nothing to do until then. */
    record Rest(Instant until) implements Step {}
}
