package io.erpsync.sync.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.sync.meter.EngineMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/**
 * Holds the topology to its stored copy: another name of a store loses what it held, and another
 * shape may not take over running state. {@code -Dtopology.write=true} writes the copy anew where
 * it was changed on purpose.
 */
class TopologyDescriptionTest {

    private static final Path COPY = Path.of("src/test/topology/sync-engine.txt");

    @Test
    void isAsItWasStored() throws IOException {
        String description = description();
        if (Boolean.getBoolean("topology.write")) {
            Files.createDirectories(COPY.getParent());
            Files.writeString(COPY, description);
        }

        assertThat(Files.readString(COPY))
                .as(COPY + "; write it anew with -Dtopology.write=true")
                .isEqualTo(description);
    }

    private static String description() {
        try (MessageCodec codec = new MessageCodec(Map.of(SerdeKeys.URL, "http://127.0.0.1:1"))) {
            Topology topology =
                    SyncTopology.build(
                            new Topology(),
                            new PatientCodec(codec),
                            _ -> null,
                            "bench",
                            new EngineMeters(new SimpleMeterRegistry()));
            return topology.describe().toString().stripTrailing() + "\n";
        }
    }
}
