package io.erpsync.sync.topology;

import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.RegistryUnavailable;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The codec, waiting for the registry as long as it takes: an exception in the middle of a task
 * would wipe its state, and there is nothing else to do meanwhile.
 */
public final class PatientCodec {

    private static final Logger LOGGER = LoggerFactory.getLogger(PatientCodec.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final MessageCodec codec;

    public PatientCodec(MessageCodec codec) {
        this.codec = codec;
    }

    public <T extends SpecificRecord> byte[] encode(String topic, T message) {
        return waiting(() -> codec.encode(topic, message));
    }

    public <T extends SpecificRecord> Decoded<T> decode(
            String topic, byte @Nullable [] bytes, Class<T> type) {
        return waiting(() -> codec.decode(topic, bytes, type));
    }

    private static <T> T waiting(Supplier<T> step) {
        boolean told = false;
        while (true) {
            try {
                return step.get();
            } catch (RegistryUnavailable unavailable) {
                if (!told) {
                    LOGGER.warn("waits for the schema registry: {}", unavailable.getMessage());
                    told = true;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }
}
