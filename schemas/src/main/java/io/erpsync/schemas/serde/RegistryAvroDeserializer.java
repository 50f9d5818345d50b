package io.erpsync.schemas.serde;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Confluent wire format into the generated class that has the name of the writer's
 * schema; what the writer had and we have not is dropped, what we have and the writer had not gets
 * its default, and an unknown symbol becomes {@code UNRECOGNISED}. Safe for several threads. Blocks
 * while it asks the registry, which it does once for each id and again from time to time.
 *
 * <p>Throws {@link RegistryUnavailable} (wait), {@link SchemaUnknown} or {@link UnreadableRecord}.
 */
public final class RegistryAvroDeserializer implements Deserializer<Object> {

    private @Nullable Schemas schemas;

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        if (isKey) {
            throw new ConfigException("keys are text: use a StringDeserializer for them");
        }
        close();
        schemas = new Schemas(RegistrySettings.of(configs));
    }

    @Override
    public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (schemas == null) {
            throw new IllegalStateException("the deserializer is not configured");
        }
        return AvroBinary.read(bytes, schemas.of(WireFormat.idIn(bytes)));
    }

    @Override
    public void close() {
        if (schemas != null) {
            schemas.client.close();
        }
    }

    private static final class Schemas {

        private final RegistryClient client;
        private final Remembered<Integer, Schema> remembered;

        private Schemas(RegistrySettings settings) {
            this.client = new RegistryClient(settings);
            this.remembered = new Remembered<>(settings.refreshAfter(), System::nanoTime);
        }

        private Schema of(int id) {
            return remembered.get(id, old -> ask(id, old));
        }

        private Schema ask(int id, @Nullable Schema old) {
            try {
                return client.schemaOf(id);
            } catch (SchemaUnknown unknown) {
                if (old == null) {
                    throw unknown;
                }
                // The registry was emptied and has not given the id out again: every record that
                // bears it was written with the schema that we still hold.
                return old;
            }
        }
    }
}
