package io.erpsync.sync.topology;

import io.erpsync.model.SystemName;
import io.erpsync.schemas.topics.Partitions;
import io.erpsync.schemas.topics.TopicPlan;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.sync.meter.EngineMeters;
import io.erpsync.sync.store.StoreNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology: five source topics into one processor with its stores, and a sink for each topic
 * that it writes. All topics have the same number of partitions and are partitioned by connection,
 * so one task has everything of a connection.
 */
public final class SyncTopology {

    private static final String DECIDE = "decide";
    private static final List<String> SOURCES =
            List.of(
                    Topics.LIME_CHANGES,
                    Topics.ERP_CHANGES,
                    Topics.RESULTS,
                    Topics.CONTROL,
                    Topics.CATALOGUES);
    private static final StreamPartitioner<byte[], byte[]> BY_CONNECTION =
            (topic, key, value, count) -> Optional.of(Set.of(Partitions.of(key, count)));

    private SyncTopology() {}

    /**
     * Adds all nodes to {@code topology}, with stores on the disk.
     *
     * @param installation the name of this installation, part of every link id
     */
    public static Topology build(
            Topology topology,
            PatientCodec codec,
            RuleBook rules,
            String installation,
            EngineMeters meters) {
        return build(topology, codec, rules, installation, meters, Stores::persistentKeyValueStore);
    }

    /** The same with the stores that {@code kept} gives for each name. */
    static Topology build(
            Topology topology,
            PatientCodec codec,
            RuleBook rules,
            String installation,
            EngineMeters meters,
            Function<String, KeyValueBytesStoreSupplier> kept) {
        LinkIds ids = new LinkIds(installation);
        for (String topic : SOURCES) {
            topology.addSource(
                    sourceOf(topic),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer(),
                    topic);
        }
        topology.addProcessor(
                DECIDE,
                () -> new DecisionProcessor(codec, rules, ids, meters),
                SOURCES.stream().map(SyncTopology::sourceOf).toArray(String[]::new));
        for (String store : StoreNames.ALL) {
            topology.addStateStore(
                    Stores.keyValueStoreBuilder(
                            kept.apply(store), Serdes.String(), Serdes.ByteArray()),
                    DECIDE);
        }
        for (String topic : sinks()) {
            topology.addSink(
                    sinkOf(topic),
                    topic,
                    new ByteArraySerializer(),
                    new ByteArraySerializer(),
                    BY_CONNECTION,
                    DECIDE);
        }
        return topology;
    }

    private static List<String> sinks() {
        List<String> topics =
                new ArrayList<>(List.of(Topics.LINKS, Topics.HISTORY, Topics.DEAD_LETTERS));
        for (SystemName target : TopicPlan.TARGETS) {
            topics.add(Topics.commandsTo(target));
        }
        return topics;
    }

    private static String sourceOf(String topic) {
        return "read-" + topic;
    }

    static String sinkOf(String topic) {
        return "write-" + topic;
    }
}
