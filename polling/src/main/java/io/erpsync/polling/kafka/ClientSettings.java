package io.erpsync.polling.kafka;

import io.erpsync.schemas.topics.ConnectionPartitioner;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How this replica's clients are set up.
 *
 * @param service the consumer group, and what transactional ids begin with
 * @param replica stable over restarts, and of one process at a time
 * @param further settings of the operator, such as security; ours win
 */
public record ClientSettings(
        String bootstrapServers,
        String service,
        String replica,
        int partitions,
        Map<String, String> further) {

    private static final int SESSION_MILLIS = 10_000;
    private static final int HEARTBEAT_MILLIS = 2_000;

    /** Within this time a replica whose name another process has taken is told so by the group. */
    static final Duration FENCED_WITHIN = Duration.ofMillis(2 * HEARTBEAT_MILLIS + 1_000);

    private static final int TRANSACTION_MILLIS = 10_000;
    private static final int REQUEST_MILLIS = 5_000;

    public ClientSettings {
        further = Map.copyOf(further);
    }

    public Map<String, Object> admin() {
        Map<String, Object> settings = common("admin");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2 * REQUEST_MILLIS);
        return settings;
    }

    Map<String, Object> member() {
        Map<String, Object> settings = reader("hints");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, service);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, replica);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        // Connections that stay where they are go on while others move.
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return settings;
    }

    Map<String, Object> cursorReader() {
        return reader("cursors");
    }

    Map<String, Object> transactions() {
        Map<String, Object> settings = producer("changes");
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + "-" + replica);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        return settings;
    }

    /** For single records outside transactions, each acknowledged by all replicas. */
    public Map<String, Object> producer(String purpose) {
        Map<String, Object> settings = common(purpose);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_MILLIS - 1_000);
        settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, ConnectionPartitioner.class);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }

    private Map<String, Object> reader(String purpose) {
        Map<String, Object> settings = common(purpose);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2 * REQUEST_MILLIS);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }

    private Map<String, Object> common(String purpose) {
        Map<String, Object> settings = new HashMap<>(further);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, service + "-" + replica + "-" + purpose);
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        return settings;
    }
}
