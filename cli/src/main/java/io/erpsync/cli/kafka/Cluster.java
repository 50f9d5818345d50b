package io.erpsync.cli.kafka;

import io.erpsync.cli.settings.CannotRun;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.topics.ConnectionPartitioner;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * One cluster and its registry. The clients it makes give up within ten seconds; the caller closes
 * them.
 */
public record Cluster(String bootstrapServers, String registryUrl) {

    private static final int REQUEST_MILLIS = 4_000;
    private static final int CALL_MILLIS = 6_000;

    /** Ends the command with {@link CannotRun} when no broker answers. */
    public Admin admin() {
        Map<String, Object> settings = common();
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        Admin admin = made(() -> Admin.create(settings));
        try {
            admin.describeCluster().clusterId().get();
            return admin;
        } catch (ExecutionException failed) {
            admin.close();
            throw unreachable();
        } catch (InterruptedException stopped) {
            admin.close();
            Thread.currentThread().interrupt();
            throw CannotRun.unreachable("interrupted while waiting for the brokers");
        }
    }

    public MessageCodec codec() {
        return new MessageCodec(registry());
    }

    /** What the registry's clients are set up with. */
    public Map<String, Object> registry() {
        return Map.of(SerdeKeys.URL, registryUrl, SerdeKeys.TIMEOUT, 3_000, SerdeKeys.ATTEMPTS, 2);
    }

    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = common();
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return made(() -> new KafkaConsumer<>(settings));
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = common();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, ConnectionPartitioner.class);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return made(() -> new KafkaProducer<>(settings));
    }

    CannotRun unreachable() {
        return CannotRun.unreachable(
                "no Kafka broker answers at "
                        + bootstrapServers
                        + ": is it running, and is --bootstrap-servers right?");
    }

    private Map<String, Object> common() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "erpsync-cli");
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        return settings;
    }

    /** A client that cannot be made is one whose servers' names lead nowhere. */
    private <C> C made(java.util.function.Supplier<C> client) {
        try {
            return client.get();
        } catch (KafkaException unusable) {
            throw unreachable();
        }
    }

    /** Without the registry's address, which may hold a password. */
    @Override
    public String toString() {
        return "Cluster[" + bootstrapServers + "]";
    }
}
