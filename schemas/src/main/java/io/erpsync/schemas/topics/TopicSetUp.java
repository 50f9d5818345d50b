package io.erpsync.schemas.topics;

import io.erpsync.schemas.topics.TopicPlan.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Compares the topics of a cluster with the {@link TopicPlan}. Blocks for at most the admin
 * client's {@code default.api.timeout.ms} per step; throws {@link BrokerUnavailable}.
 */
public final class TopicSetUp {

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;

    /** The caller closes {@code admin}. */
    public TopicSetUp(Admin admin) {
        this.admin = admin;
    }

    /**
     * Creates what is missing and tells what differs. Nothing that exists is altered or deleted;
     * running it again is harmless, also beside another run of it. Once it returns, the brokers
     * know the new topics.
     */
    public Report apply(int partitions, int replication) {
        TopicPlan plan = TopicPlan.of(partitions);
        Map<String, TopicDescription> existing = existing(names(plan.topics()));
        List<String> created = new ArrayList<>();
        List<Topic> others = new ArrayList<>();
        for (Topic topic : plan.topics()) {
            if (!existing.containsKey(topic.name()) && create(topic, replication)) {
                created.add(topic.name());
            } else {
                others.add(topic);
            }
        }
        awaitKnown(names(plan.topics()));
        List<String> differences = new ArrayList<>(faults(others, existing(names(others))));
        differences.addAll(otherSettings(others));
        return new Report(created, differences);
    }

    /**
     * What keeps a service from running on this cluster: topics that are missing or have another
     * partition count. Empty when all is well. Settings are not compared: they harm no order.
     */
    public List<String> verify(int partitions) {
        List<Topic> topics = TopicPlan.of(partitions).topics();
        return faults(topics, existing(names(topics)));
    }

    private boolean create(Topic topic, int replication) {
        Map<String, String> settings = new TreeMap<>(topic.settings());
        // An acknowledged record must survive the loss of one broker, where there are three.
        settings.put("min.insync.replicas", replication >= 3 ? "2" : "1");
        NewTopic wanted =
                new NewTopic(topic.name(), topic.partitions(), (short) replication)
                        .configs(settings);
        try {
            admin.createTopics(List.of(wanted)).all().get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw unavailable("create topic " + topic.name(), failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** The controller has a topic a moment before the brokers do. */
    private void awaitKnown(List<String> names) {
        long end = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (existing(names).size() < names.size() && System.nanoTime() < end) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
        }
    }

    private Map<String, TopicDescription> existing(Collection<String> names) {
        Map<String, TopicDescription> found = new TreeMap<>();
        admin.describeTopics(names)
                .topicNameValues()
                .forEach(
                        (name, answer) -> {
                            try {
                                found.put(name, answer.get());
                            } catch (ExecutionException failed) {
                                if (!(failed.getCause()
                                        instanceof UnknownTopicOrPartitionException)) {
                                    throw unavailable("describe topic " + name, failed);
                                }
                            } catch (InterruptedException interrupted) {
                                throw interrupted(interrupted);
                            }
                        });
        return found;
    }

    private static List<String> faults(
            Collection<Topic> topics, Map<String, TopicDescription> existing) {
        List<String> faults = new ArrayList<>();
        for (Topic topic : topics) {
            TopicDescription found = existing.get(topic.name());
            if (found == null) {
                faults.add("topic " + topic.name() + " is missing");
            } else if (found.partitions().size() != topic.partitions()) {
                faults.add(
                        "topic %s has %d partitions, %d are expected"
                                .formatted(
                                        topic.name(),
                                        found.partitions().size(),
                                        topic.partitions()));
            }
        }
        return faults;
    }

    private List<String> otherSettings(Collection<Topic> topics) {
        Map<ConfigResource, Topic> asked =
                topics.stream()
                        .collect(
                                Collectors.toMap(
                                        topic ->
                                                new ConfigResource(
                                                        ConfigResource.Type.TOPIC, topic.name()),
                                        topic -> topic));
        List<String> differences = new ArrayList<>();
        value(admin.describeConfigs(asked.keySet()).all(), "read the topics' settings")
                .forEach(
                        (resource, config) -> {
                            Topic topic = asked.get(resource);
                            if (topic != null) {
                                differences.addAll(otherSettings(topic, config));
                            }
                        });
        return differences.stream().sorted().toList();
    }

    private static List<String> otherSettings(Topic topic, Config config) {
        List<String> differences = new ArrayList<>();
        topic.settings()
                .forEach(
                        (key, wanted) -> {
                            ConfigEntry entry = config.get(key);
                            String found = entry == null ? "nothing" : entry.value();
                            if (!wanted.equals(found)) {
                                differences.add(
                                        "topic %s: %s is %s, planned %s"
                                                .formatted(topic.name(), key, found, wanted));
                            }
                        });
        return differences;
    }

    private static List<String> names(Collection<Topic> topics) {
        return topics.stream().map(Topic::name).toList();
    }

    private static <T> T value(KafkaFuture<T> answer, String purpose) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw unavailable(purpose, failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static BrokerUnavailable unavailable(String purpose, ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return new BrokerUnavailable("cannot " + purpose + ": " + cause.getMessage(), cause);
    }

    private static BrokerUnavailable interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new BrokerUnavailable("interrupted while waiting for the broker", interrupted);
    }

    /**
     * What {@link #apply} did.
     *
     * @param created names of the topics that are new
     * @param differences what is otherwise than planned and was left so
     */
    public record Report(List<String> created, List<String> differences) {

        public Report {
            created = List.copyOf(created);
            differences = List.copyOf(differences);
        }
    }
}
