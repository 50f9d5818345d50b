package io.erpsync.sandbox.lime.search;

import io.erpsync.sandbox.lime.metadata.Property;
import org.jspecify.annotations.Nullable;

/** Turns a stored value into the one that a client reads; a system value has no property. */
@FunctionalInterface
public interface ValueWriter {

    @Nullable Object write(@Nullable Property property, @Nullable Object value);
}
