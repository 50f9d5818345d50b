package io.erpsync.writer.kafka;

import io.erpsync.model.SystemName;
import io.erpsync.schemas.topics.ConnectionPartitioner;
import io.erpsync.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How a writer takes part in its group.
 *
 * @param clients further settings of Kafka's clients, such as how to log in
 * @param replica the stable name of this replica: a process that is started anew under it goes on
 *     with the partitions of the one before, at once
 * @param codec settings of {@link io.erpsync.schemas.serde.MessageCodec}
 * @param partitions of every topic
 * @param bound how many commands of one connection may run at once
 * @param stopGrace how long running commands may take to end when the process is asked to stop
 */
public record GroupSettings(
        String bootstrapServers,
        Map<String, String> clients,
        Map<String, String> codec,
        SystemName target,
        String replica,
        int partitions,
        int bound,
        Duration stopGrace) {

    static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final Duration TRANSACTION = Duration.ofSeconds(10);

    /** Within this time a replica whose name another process has taken is told so by the group. */
    static final Duration FENCED_WITHIN = HEARTBEAT.multipliedBy(2);

    static final Duration CALL = Duration.ofSeconds(5);

    public GroupSettings {
        clients = Map.copyOf(clients);
        codec = Map.copyOf(codec);
    }

    String topic() {
        return Topics.commandsTo(target);
    }

    String group() {
        return "erpsync-writers-" + target;
    }

    Map<String, Object> consumer() {
        return over(
                Map.ofEntries(
                        Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        Map.entry(ConsumerConfig.GROUP_ID_CONFIG, group()),
                        Map.entry(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, replica),
                        Map.entry(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic"),
                        Map.entry(
                                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                                CooperativeStickyAssignor.class.getName()),
                        Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(SESSION)),
                        Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millis(HEARTBEAT)),
                        Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                        Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                        Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                        Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200),
                        Map.entry(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(CALL)),
                        Map.entry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(CALL)),
                        Map.entry(
                                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                                ByteArrayDeserializer.class.getName()),
                        Map.entry(
                                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                                ByteArrayDeserializer.class.getName())));
    }

    Map<String, Object> producer() {
        return over(
                Map.ofEntries(
                        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        Map.entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group() + "-" + replica),
                        Map.entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis(TRANSACTION)),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(CALL)),
                        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(CALL)),
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(CALL) + 1_000),
                        // A dead letter holds a record of the greatest size and its reason.
                        Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024),
                        Map.entry(
                                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                                ConnectionPartitioner.class.getName()),
                        Map.entry(
                                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class.getName()),
                        Map.entry(
                                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class.getName())));
    }

    Map<String, Object> admin() {
        return over(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(CALL),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(CALL)));
    }

    // What the guarantees rest on cannot be set otherwise.
    private Map<String, Object> over(Map<String, Object> ours) {
        Map<String, Object> all = new HashMap<>(clients);
        all.putAll(ours);
        return all;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    /** Without the values that may be secrets. */
    @Override
    public String toString() {
        return "GroupSettings[" + group() + ", " + replica + "]";
    }
}
