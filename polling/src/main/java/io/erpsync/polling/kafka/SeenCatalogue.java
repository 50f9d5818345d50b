package io.erpsync.polling.kafka;

import io.erpsync.model.Capabilities;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.ObjectType;
import java.time.Instant;

/** The fields of one type of one system, and what the system can do. */
public record SeenCatalogue(
        ObjectType type, FieldCatalogue fields, Capabilities capabilities, Instant at) {}
