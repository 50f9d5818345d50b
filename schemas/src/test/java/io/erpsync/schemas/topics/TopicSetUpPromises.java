package io.erpsync.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link TopicSetUp} and the partitioner promise, against any real broker. */
abstract class TopicSetUpPromises {

    private static final int PARTITIONS = 6;
    private static final int MIB = 1024 * 1024;

    private final Admin admin = newAdmin();

    abstract String bootstrapServers();

    private Admin newAdmin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    @BeforeEach
    void startWithoutTopics() {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            Set<String> left = admin.listTopics().names().get();
                            admin.deleteTopics(left);
                            return left.isEmpty();
                        });
    }

    @AfterEach
    void closeAdmin() {
        admin.close();
    }

    @Test
    void createsEveryTopicOnceAndFindsNoFaultAfterwards() {
        TopicSetUp setUp = new TopicSetUp(admin);

        TopicSetUp.Report first = setUp.apply(PARTITIONS, 1);
        TopicSetUp.Report second = setUp.apply(PARTITIONS, 1);

        assertThat(first.created())
                .hasSize(TopicPlan.of(PARTITIONS).topics().size())
                .contains("lime.changes", "commands.lime", "commands.fortnox", "dead-letters");
        assertThat(first.differences()).isEmpty();
        assertThat(second.created()).isEmpty();
        assertThat(second.differences()).isEmpty();
        assertThat(setUp.verify(PARTITIONS)).isEmpty();
    }

    @Test
    void namesEveryMissingTopicToAService() {
        List<String> faults = new TopicSetUp(admin).verify(PARTITIONS);

        assertThat(faults)
                .hasSize(TopicPlan.of(PARTITIONS).topics().size())
                .contains("topic results is missing");
    }

    @Test
    void tellsWhatDiffersAndLeavesItAlone() throws ExecutionException, InterruptedException {
        admin.createTopics(
                        List.of(
                                new NewTopic("results", 3, (short) 1),
                                new NewTopic("links", PARTITIONS, (short) 1)))
                .all()
                .get();
        await().until(() -> admin.listTopics().names().get().size() == 2);
        TopicSetUp setUp = new TopicSetUp(admin);

        TopicSetUp.Report report = setUp.apply(PARTITIONS, 1);

        assertThat(report.created()).doesNotContain("results", "links");
        assertThat(report.differences())
                .contains(
                        "topic results has 3 partitions, 6 are expected",
                        "topic links: cleanup.policy is delete, planned compact");
        assertThat(setUp.verify(PARTITIONS))
                .containsExactly("topic results has 3 partitions, 6 are expected");
    }

    @Test
    void keepsOnlyDeadLettersThatAreTwiceAsLargeAsAnySource()
            throws ExecutionException, InterruptedException {
        new TopicSetUp(admin).apply(PARTITIONS, 1);

        RecordMetadata deadLetter = send(Topics.DEAD_LETTERS, "acme/link/1", 2 * MIB - 1024);

        assertThat(deadLetter.hasOffset()).isTrue();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> send(Topics.LIME_CHANGES, "acme/lime/company/1", MIB + 1024))
                .withCauseInstanceOf(RecordTooLargeException.class);
    }

    @Test
    void putsAllOfAConnectionIntoThePartitionOfOneNumber()
            throws ExecutionException, InterruptedException {
        new TopicSetUp(admin).apply(PARTITIONS, 1);

        RecordMetadata change = send(Topics.LIME_CHANGES, "acme/lime/company/1042", 10);
        RecordMetadata result = send(Topics.RESULTS, "acme/fortnox/customer/7", 10);
        RecordMetadata link = send(Topics.LINKS, "acme/link/x", 10);

        assertThat(List.of(result.partition(), link.partition()))
                .containsOnly(change.partition())
                .containsOnly(Partitions.of("acme", PARTITIONS));
    }

    private RecordMetadata send(String topic, String key, int size)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers(),
                        "partitioner.class",
                        ConnectionPartitioner.class,
                        "max.request.size",
                        4 * MIB);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(topic, key, new byte[size])).get();
        }
    }
}
