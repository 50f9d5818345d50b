package io.erpsync.schemas.serde;

import io.erpsync.schemas.contract.TrustedMessages;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Messages to bytes and back, for consumers and producers of bytes: so that an unreadable record is
 * a value and not an exception in the middle of a poll. Which serializer does it is configuration
 * ({@link SerdeKeys}), ours by default. Safe for several threads, as ours and Confluent's
 * serializers are. Blocks while the registry is asked.
 */
public final class MessageCodec implements AutoCloseable {

    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;

    /** Throws {@link ConfigException} for a fault in the settings; asks the registry nothing. */
    public MessageCodec(Map<String, ?> settings) {
        // For serializers that are not ours.
        TrustedMessages.trust();
        Map<String, Object> configs = new HashMap<>(settings);
        configs.put(SerdeKeys.SPECIFIC_READER, true);
        // Confluent's serializer would register by default.
        configs.putIfAbsent(SerdeKeys.AUTO_REGISTER, false);
        serializer =
                instance(
                        configs,
                        SerdeKeys.SERIALIZER_CLASS,
                        Serializer.class,
                        RegistryAvroSerializer.class);
        deserializer =
                instance(
                        configs,
                        SerdeKeys.DESERIALIZER_CLASS,
                        Deserializer.class,
                        RegistryAvroDeserializer.class);
        serializer.configure(configs, false);
        deserializer.configure(configs, false);
    }

    /**
     * The bytes of {@code message}. Throws {@link RegistryUnavailable} (wait and call again);
     * {@link SchemaUnknown}, {@link SchemaRefused} or {@link UnwritableMessage} when a person must
     * act.
     */
    public <T extends SpecificRecord> byte[] encode(String topic, T message) {
        byte[] bytes;
        try {
            bytes = serializer.serialize(topic, message);
        } catch (RuntimeException failed) {
            throw RegistryTrouble.orItself(failed);
        }
        if (bytes == null) {
            throw new UnwritableMessage("the serializer made nothing of the message", null);
        }
        return bytes;
    }

    /**
     * The message in {@code bytes}. Throws {@link RegistryUnavailable} when that cannot be said now
     * (wait and call again), and nothing else.
     */
    public <T extends SpecificRecord> Decoded<T> decode(
            String topic, byte @Nullable [] bytes, Class<T> type) {
        if (bytes == null) {
            return new Decoded.Unreadable<>("the record has no value");
        }
        Object message;
        try {
            message = deserializer.deserialize(topic, bytes);
        } catch (RuntimeException failed) {
            // Serializers that are not ours throw kinds that are not ours.
            RuntimeException trouble = RegistryTrouble.orItself(failed);
            if (trouble instanceof RegistryUnavailable unavailable) {
                throw unavailable;
            }
            return new Decoded.Unreadable<>(wordsOf(failed));
        }
        if (type.isInstance(message)) {
            return new Decoded.Read<>(type.cast(message));
        }
        String found = message == null ? "nothing" : "a " + message.getClass().getSimpleName();
        return new Decoded.Unreadable<>(
                "the record holds " + found + ", not a " + type.getSimpleName());
    }

    private static String wordsOf(RuntimeException failed) {
        return failed instanceof SerializationException && failed.getMessage() != null
                ? failed.getMessage()
                : failed.toString();
    }

    @SuppressWarnings("unchecked")
    private static <S> S instance(
            Map<String, ?> configs,
            String key,
            Class<? super S> kind,
            Class<? extends S> otherwise) {
        Object named = configs.get(key);
        if (named == null) {
            return Utils.newInstance(otherwise);
        }
        try {
            Class<?> type =
                    named instanceof Class<?> given
                            ? given
                            : Utils.loadClass(named.toString(), kind);
            // The class is named by configuration, so its type argument cannot be known.
            return (S) kind.cast(Utils.newInstance(type));
        } catch (ReflectiveOperationException | ClassCastException unusable) {
            throw new ConfigException(key, named, "cannot be used as " + kind.getSimpleName());
        }
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
