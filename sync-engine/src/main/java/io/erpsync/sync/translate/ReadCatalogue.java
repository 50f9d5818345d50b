package io.erpsync.sync.translate;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Side;
import io.erpsync.sync.store.SystemEntry;

/** What one side of a connection says of itself, understood as a whole. */
public record ReadCatalogue(ConnectionName connection, Side side, SystemEntry entry) {}
