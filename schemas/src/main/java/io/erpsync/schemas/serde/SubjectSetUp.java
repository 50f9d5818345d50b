package io.erpsync.schemas.serde;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Prepares a registry for the contract, so that services need not be allowed to register. Blocks;
 * throws {@link RegistryUnavailable}.
 */
public final class SubjectSetUp implements AutoCloseable {

    /** Services of any two versions read each other, so none must be upgraded first. */
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final RegistryClient client;

    /** Takes the same settings as the serializers, see {@link SerdeKeys}. */
    public SubjectSetUp(Map<String, ?> settings) {
        this.client = new RegistryClient(RegistrySettings.of(settings));
    }

    /**
     * Registers each schema under the subject of its topic and has the registry demand full
     * compatibility of later ones. Running it again is harmless. Throws {@link SchemaRefused}.
     */
    public void apply(Map<String, Schema> schemaByTopic) {
        schemaByTopic.forEach(
                (topic, schema) -> {
                    client.demandCompatibility(Subjects.of(topic), COMPATIBILITY);
                    client.register(Subjects.of(topic), schema);
                });
    }

    /** What is missing for a service that may not register; empty when all is well. */
    public List<String> verify(Map<String, Schema> schemaByTopic) {
        List<String> faults = new ArrayList<>();
        schemaByTopic.forEach(
                (topic, schema) -> {
                    try {
                        client.idOf(Subjects.of(topic), schema);
                    } catch (SchemaUnknown unknown) {
                        faults.add(unknown.getMessage());
                    }
                });
        return faults;
    }

    @Override
    public void close() {
        client.close();
    }
}
