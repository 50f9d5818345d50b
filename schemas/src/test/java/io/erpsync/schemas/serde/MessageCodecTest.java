package io.erpsync.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.testing.Messages;
import io.erpsync.schemas.testing.StubRegistry;
import java.io.EOFException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageCodecTest {

    private static final byte[] ANY = {1};

    private final StubRegistry registry = StubRegistry.start();

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void readsWhatItWrote() {
        try (MessageCodec codec = codec(Map.of(SerdeKeys.AUTO_REGISTER, true))) {
            byte[] bytes = codec.encode("commands.lime", Messages.command());

            assertThat(codec.decode("commands.lime", bytes, Command.class))
                    .isEqualTo(new Decoded.Read<>(Messages.command()));
        }
    }

    @Test
    void saysWhyARecordIsUnreadable() {
        try (MessageCodec codec = codec(Map.of(SerdeKeys.AUTO_REGISTER, true))) {
            byte[] command = codec.encode("commands.lime", Messages.command());

            assertThat(codec.decode("lime.changes", command, ChangeEvent.class))
                    .isEqualTo(
                            new Decoded.Unreadable<>(
                                    "the record holds a Command, not a ChangeEvent"));
            assertThat(codec.decode("lime.changes", ANY, ChangeEvent.class))
                    .isEqualTo(
                            new Decoded.Unreadable<>(
                                    "the record has 1 bytes, fewer than the frame's 5"));
            assertThat(codec.decode("lime.changes", null, ChangeEvent.class))
                    .isEqualTo(new Decoded.Unreadable<>("the record has no value"));
            assertThat(codec.decode("lime.changes", WireFormat.head(99), ChangeEvent.class))
                    .isInstanceOf(Decoded.Unreadable.class);
        }
    }

    @Test
    void throwsWhenTheRegistryIsAway() {
        try (MessageCodec codec = codec(Map.of(SerdeKeys.ATTEMPTS, 1))) {
            registry.close();

            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(() -> codec.encode("commands.lime", Messages.command()));
            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(
                            () -> codec.decode("commands.lime", WireFormat.head(1), Command.class));
        }
    }

    @Test
    void tellsOtherSerializersWhatOursDoByDefault() {
        try (MessageCodec codec =
                codec(
                        Map.of(
                                SerdeKeys.SERIALIZER_CLASS,
                                ShowsItsSettings.class.getName(),
                                SerdeKeys.DESERIALIZER_CLASS,
                                ThrowsWhatItIsTold.class))) {
            assertThat(codec.encode("results", Messages.result()))
                    .asString()
                    .isEqualTo("auto.register.schemas=false specific.avro.reader=true");
        }
    }

    @Test
    void knowsAnUnavailableRegistryInTheExceptionsOfOtherSerializers() {
        assertWaits(wrapped(new ConnectException("refused")));
        assertWaits(wrapped(new RestClientException("busy", 503, 50300)));
        assertWaits(wrapped(new RestClientException("who are you", 401, 40101)));
        assertWaits(new TimeoutException("slow"));
        assertWaits(new AuthenticationException("who are you"));
    }

    @Test
    void knowsAnUnreadableRecordInTheExceptionsOfOtherSerializers() {
        assertUnreadable(wrapped(new EOFException("short")));
        assertUnreadable(wrapped(new RestClientException("no such id", 404, 40403)));
        assertUnreadable(new SerializationException("Unknown magic byte!"));
        assertUnreadable(new IndexOutOfBoundsException("7"));
    }

    @Test
    void namesAClassThatCannotBeUsed() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> codec(Map.of(SerdeKeys.SERIALIZER_CLASS, "no.such.Class")))
                .withMessageContaining("erpsync.serializer.class")
                .withMessageContaining("no.such.Class");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(
                        () ->
                                codec(
                                        Map.of(
                                                SerdeKeys.DESERIALIZER_CLASS,
                                                "java.lang.StringBuilder")))
                .withMessageContaining("erpsync.deserializer.class");
    }

    private void assertWaits(RuntimeException told) {
        try (MessageCodec codec = telling(told)) {
            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(() -> codec.decode("results", ANY, Command.class));
        }
    }

    private void assertUnreadable(RuntimeException told) {
        try (MessageCodec codec = telling(told)) {
            assertThat(codec.decode("results", ANY, Command.class))
                    .isInstanceOf(Decoded.Unreadable.class);
        }
    }

    private MessageCodec telling(RuntimeException told) {
        return codec(Map.of(SerdeKeys.DESERIALIZER_CLASS, ThrowsWhatItIsTold.class, "told", told));
    }

    private static SerializationException wrapped(Exception cause) {
        return new SerializationException("Error retrieving Avro schema for id 1", cause);
    }

    private MessageCodec codec(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(SerdeKeys.URL, registry.url());
        return new MessageCodec(settings);
    }

    /** Writes the settings that it was given. */
    public static final class ShowsItsSettings implements Serializer<Object> {

        private String shown = "";

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            shown =
                    "auto.register.schemas=%s specific.avro.reader=%s"
                            .formatted(
                                    configs.get(SerdeKeys.AUTO_REGISTER),
                                    configs.get(SerdeKeys.SPECIFIC_READER));
        }

        @Override
        public byte[] serialize(String topic, @Nullable Object data) {
            return shown.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Throws the exception given under {@code told}. */
    public static final class ThrowsWhatItIsTold implements Deserializer<Object> {

        private RuntimeException told = new IllegalStateException("told nothing");

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            if (configs.get("told") instanceof RuntimeException given) {
                told = given;
            }
        }

        @Override
        public Object deserialize(String topic, byte @Nullable [] bytes) {
            throw told;
        }
    }
}
