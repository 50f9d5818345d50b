package io.erpsync.schemas.serde;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages of the contract in the Confluent wire format, subject {@code <topic>-value}; keys
 * are text and not its business. Safe for several threads. Blocks while it asks the registry, which
 * it does once for each topic and again from time to time.
 *
 * <p>Throws {@link RegistryUnavailable} (wait), {@link SchemaUnknown}, {@link SchemaRefused} or
 * {@link UnwritableMessage}.
 */
public final class RegistryAvroSerializer implements Serializer<Object> {

    private @Nullable Ids ids;

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        if (isKey) {
            throw new ConfigException("keys are text: use a StringSerializer for them");
        }
        close();
        ids = new Ids(RegistrySettings.of(configs));
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object message) {
        if (message == null) {
            return null;
        }
        if (ids == null) {
            throw new IllegalStateException("the serializer is not configured");
        }
        if (!(message instanceof SpecificRecord specific)) {
            throw new UnwritableMessage(message.getClass() + " is not an Avro message", null);
        }
        return AvroBinary.write(ids.of(Subjects.of(topic), specific.getSchema()), specific);
    }

    @Override
    public void close() {
        if (ids != null) {
            ids.client.close();
        }
    }

    private static final class Ids {

        private final RegistryClient client;
        private final boolean autoRegister;
        private final Remembered<Key, Integer> remembered;

        private Ids(RegistrySettings settings) {
            this.client = new RegistryClient(settings);
            this.autoRegister = settings.autoRegister();
            this.remembered = new Remembered<>(settings.refreshAfter(), System::nanoTime);
        }

        private int of(String subject, Schema schema) {
            return remembered.get(
                    new Key(subject, schema),
                    _ ->
                            autoRegister
                                    ? client.register(subject, schema)
                                    : client.idOf(subject, schema));
        }
    }

    private record Key(String subject, Schema schema) {

        @Override
        public String toString() {
            return subject + " " + schema.getFullName();
        }
    }
}
