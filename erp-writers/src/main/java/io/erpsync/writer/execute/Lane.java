package io.erpsync.writer.execute;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;

/** One object of one connection; its commands are carried out one after the other. */
public record Lane(ConnectionName connection, LinkId link) {}
