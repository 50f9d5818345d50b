package io.erpsync.writer.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;

/** One message to be sent. */
record Letter(String topic, String key, SpecificRecord message, Headers headers) {}
