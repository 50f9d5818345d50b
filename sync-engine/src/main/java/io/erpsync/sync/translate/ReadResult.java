package io.erpsync.sync.translate;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Event;

/** A result that was understood as a whole: what became of which link's command. */
public record ReadResult(ConnectionName connection, LinkId link, Side side, Event.Answered event) {}
