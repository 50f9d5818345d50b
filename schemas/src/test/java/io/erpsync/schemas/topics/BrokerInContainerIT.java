package io.erpsync.schemas.topics;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The same against Kafka's own image: with {@code -Dkafka=testcontainers}, and skipped where there
 * is no Docker.
 */
@EnabledIfSystemProperty(
        named = "kafka",
        matches = "testcontainers",
        disabledReason = "the build needs no Docker unless asked with -Dkafka=testcontainers")
@Testcontainers(disabledWithoutDocker = true)
class BrokerInContainerIT extends TopicSetUpPromises {

    @Container
    private static final KafkaContainer BROKER = new KafkaContainer("apache/kafka:4.2.1");

    @Override
    String bootstrapServers() {
        return BROKER.getBootstrapServers();
    }
}
