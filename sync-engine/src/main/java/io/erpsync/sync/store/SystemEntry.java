package io.erpsync.sync.store;

import io.erpsync.model.Capabilities;
import io.erpsync.model.FieldCatalogue;

/** What one side of a connection said of itself. */
public record SystemEntry(FieldCatalogue fields, Capabilities capabilities) {}
