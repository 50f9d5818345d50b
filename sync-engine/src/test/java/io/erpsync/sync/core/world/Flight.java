package io.erpsync.sync.core.world;

import io.erpsync.model.LinkId;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Order;

/** A command that was carried out, or not, and whose result has not reached the engine. */
record Flight(LinkId link, Order order, Event.Answered answer) {}
