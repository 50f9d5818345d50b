package io.erpsync.sync.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Forwards records to the sink of their topic. */
final class Outbox {

    private final ProcessorContext<byte[], byte[]> context;

    Outbox(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    /** Forwards one record; a null value deletes the key of a compacted topic. */
    void send(String topic, String key, byte @Nullable [] value, Headers headers, long now) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        context.forward(new Record<>(bytes, value, now, headers), SyncTopology.sinkOf(topic));
    }

    void send(String topic, String key, byte @Nullable [] value, long now) {
        send(topic, key, value, new RecordHeaders(), now);
    }
}
