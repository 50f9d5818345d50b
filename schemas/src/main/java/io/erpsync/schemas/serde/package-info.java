/**
 * Messages to bytes and back: the Confluent wire format, with schemas kept in any registry that
 * speaks the Confluent-compatible interface. Entry types {@link
 * io.erpsync.schemas.serde.MessageCodec} for services, {@link
 * io.erpsync.schemas.serde.RegistryAvroSerializer} and {@link
 * io.erpsync.schemas.serde.RegistryAvroDeserializer} for Kafka's own configuration, and {@link
 * io.erpsync.schemas.serde.SubjectSetUp} for who prepares a registry. It must not know what a
 * message means.
 */
@NullMarked
package io.erpsync.schemas.serde;

import org.jspecify.annotations.NullMarked;
