package io.erpsync.sync.topology;

import io.erpsync.sync.meter.Reckoning;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read, before anything is known of it. A class and no record, for its bytes are
 * not compared.
 */
final class Incoming {

    private final String topic;
    private final int partition;
    private final long offset;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Headers headers;
    private final Reckoning reckoning;
    private final boolean hasWaited;

    Incoming(
            String topic,
            int partition,
            long offset,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            Reckoning reckoning) {
        this(topic, partition, offset, key, value, headers, reckoning, false);
    }

    private Incoming(
            String topic,
            int partition,
            long offset,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            Reckoning reckoning,
            boolean hasWaited) {
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.key = key;
        this.value = value;
        this.headers = headers;
        this.reckoning = reckoning;
        this.hasWaited = hasWaited;
    }

    /** The same record after it had to wait for its connection. */
    Incoming waited() {
        return new Incoming(topic, partition, offset, key, value, headers, reckoning, true);
    }

    /** Whether its turn has come after it had to wait. */
    boolean hasWaited() {
        return hasWaited;
    }

    String topic() {
        return topic;
    }

    int partition() {
        return partition;
    }

    long offset() {
        return offset;
    }

    byte @Nullable [] key() {
        return key;
    }

    byte @Nullable [] value() {
        return value;
    }

    Headers headers() {
        return headers;
    }

    /** How it is accounted for in the meters. */
    Reckoning reckoning() {
        return reckoning;
    }

    /** {@code topic/partition/offset}. */
    String place() {
        return topic + "/" + partition + "/" + offset;
    }
}
