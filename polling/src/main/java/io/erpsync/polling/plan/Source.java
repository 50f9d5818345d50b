package io.erpsync.polling.plan;

import io.erpsync.connector.Feed;
import io.erpsync.model.ObjectType;

/** One feed of one object type; of a connection's side, each is read by itself. */
public record Source(ObjectType type, Feed feed) {}
