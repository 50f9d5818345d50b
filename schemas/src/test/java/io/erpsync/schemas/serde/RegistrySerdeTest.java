package io.erpsync.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.testing.Messages;
import io.erpsync.schemas.testing.StubRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistrySerdeTest {

    private final StubRegistry registry = StubRegistry.startingAt(258);
    private final RegistryAvroSerializer serializer = new RegistryAvroSerializer();
    private final RegistryAvroDeserializer deserializer = new RegistryAvroDeserializer();

    @AfterEach
    void close() {
        serializer.close();
        deserializer.close();
        registry.close();
    }

    static Iterable<String> messages() {
        return Messages.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsEveryMessageAsItWasWritten(String name) {
        configure(Map.of(SerdeKeys.AUTO_REGISTER, true));
        var message = Messages.all().get(name);

        byte[] bytes = serializer.serialize("links", message);

        assertThat(deserializer.deserialize("links", bytes)).isEqualTo(message);
    }

    @Test
    void writesZeroThenTheIdInFourBytes() {
        configure(Map.of(SerdeKeys.AUTO_REGISTER, "true"));

        byte[] bytes = serializer.serialize("lime.changes", Messages.changeEvent());

        assertThat(bytes).startsWith(0, 0, 0, 1, 2);
        assertThat(registry.requests().getFirst().path())
                .isEqualTo("/subjects/lime.changes-value/versions");
    }

    @Test
    void registersNothingUnlessToldTo() {
        configure(Map.of());

        assertThatExceptionOfType(SchemaUnknown.class)
                .isThrownBy(() -> serializer.serialize("lime.changes", Messages.changeEvent()))
                .withMessageContaining("lime.changes-value")
                .withMessageContaining("auto.register.schemas=true");

        assertThat(registry.requests())
                .extracting(StubRegistry.Request::path)
                .containsExactly("/subjects/lime.changes-value");
    }

    @Test
    void asksOnceForEachSubjectAndEachId() {
        registry.register("lime.changes-value", ChangeEvent.getClassSchema());
        registry.register("erp.changes-value", ChangeEvent.getClassSchema());
        configure(Map.of());

        for (int round = 0; round < 3; round++) {
            for (String topic : new String[] {"lime.changes", "erp.changes"}) {
                byte[] bytes = serializer.serialize(topic, Messages.changeEvent());
                deserializer.deserialize(topic, bytes);
            }
        }

        assertThat(registry.requests())
                .extracting(StubRegistry.Request::path)
                .containsExactlyInAnyOrder(
                        "/subjects/lime.changes-value",
                        "/subjects/erp.changes-value",
                        "/schemas/ids/258");
    }

    @Test
    void neverTakesAnIdOfOneRegistryForAnother() {
        try (StubRegistry other = StubRegistry.startingAt(7)) {
            configure(Map.of(SerdeKeys.AUTO_REGISTER, true));
            byte[] here = serializer.serialize("commands.lime", Messages.command());

            serializer.configure(
                    Map.of(SerdeKeys.URL, other.url(), SerdeKeys.AUTO_REGISTER, true), false);
            byte[] there = serializer.serialize("commands.lime", Messages.command());

            assertThat(here).startsWith(0, 0, 0, 1, 2);
            assertThat(there).startsWith(0, 0, 0, 0, 7);
        }
    }

    @Test
    void noticesThatARegistryWasEmptiedAndFilledAnew() {
        configure(Map.of(SerdeKeys.AUTO_REGISTER, true, SerdeKeys.REFRESH, 0));
        byte[] before = serializer.serialize("commands.lime", Messages.command());
        deserializer.deserialize("commands.lime", before);

        // Now 258 is the result's and 259 the command's.
        registry.wipe(258);
        byte[] result = serializer.serialize("results", Messages.result());
        byte[] after = serializer.serialize("commands.lime", Messages.command());

        assertThat(before).startsWith(0, 0, 0, 1, 2);
        assertThat(after).startsWith(0, 0, 0, 1, 3);
        assertThat(deserializer.deserialize("results", result)).isEqualTo(Messages.result());
        assertThat(deserializer.deserialize("commands.lime", after)).isEqualTo(Messages.command());
    }

    @Test
    void readsOldRecordsOnWhenTheirIdWasForgotten() {
        configure(Map.of(SerdeKeys.AUTO_REGISTER, true, SerdeKeys.REFRESH, 0));
        byte[] bytes = serializer.serialize("commands.lime", Messages.command());
        deserializer.deserialize("commands.lime", bytes);

        registry.wipe(1000);

        assertThat(deserializer.deserialize("commands.lime", bytes)).isEqualTo(Messages.command());
    }

    @Test
    void worksOnWhileTheRegistryIsAway() {
        configure(
                Map.of(
                        SerdeKeys.AUTO_REGISTER,
                        true,
                        SerdeKeys.REFRESH,
                        0,
                        SerdeKeys.PAUSE,
                        1,
                        SerdeKeys.ATTEMPTS,
                        1));
        byte[] before = serializer.serialize("commands.lime", Messages.command());
        deserializer.deserialize("commands.lime", before);

        registry.close();

        assertThat(serializer.serialize("commands.lime", Messages.command())).isEqualTo(before);
        assertThat(deserializer.deserialize("commands.lime", before)).isEqualTo(Messages.command());
    }

    @Test
    void leavesADeletionADeletion() {
        configure(Map.of());

        assertThat(serializer.serialize("links", null)).isNull();
        assertThat(deserializer.deserialize("links", null)).isNull();
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void refusesWhatIsNoWholeMessage() {
        configure(Map.of(SerdeKeys.AUTO_REGISTER, true));

        assertThatExceptionOfType(UnwritableMessage.class)
                .isThrownBy(() -> serializer.serialize("links", "text"));
        assertThatExceptionOfType(UnwritableMessage.class)
                .isThrownBy(() -> serializer.serialize("links", new Command()))
                .withMessageContaining("Command");
    }

    @Test
    void reportsAnIdThatTheRegistryDoesNotKnow() {
        configure(Map.of());

        assertThatExceptionOfType(SchemaUnknown.class)
                .isThrownBy(() -> deserializer.deserialize("links", WireFormat.head(99)))
                .withMessageContaining("99");
    }

    @Test
    void loadsNoClassOutsideTheContract() {
        configure(Map.of());
        int foreign =
                registry.register(
                        "links-value",
                        SchemaBuilder.record("java.util.ArrayList").fields().endRecord());
        int newer =
                registry.register(
                        "links-value",
                        SchemaBuilder.record("io.erpsync.schemas.message.OfTomorrow")
                                .fields()
                                .endRecord());

        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> deserializer.deserialize("links", WireFormat.head(foreign)))
                .withMessageContaining("not a message of the contract");
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> deserializer.deserialize("links", WireFormat.head(newer)))
                .withMessageContaining("OfTomorrow");
    }

    @Test
    void isNotForKeys() {
        Map<String, Object> configs = Map.of(SerdeKeys.URL, registry.url());

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> serializer.configure(configs, true));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> deserializer.configure(configs, true));
    }

    private void configure(Map<String, ?> more) {
        Map<String, Object> configs = new HashMap<>(more);
        configs.put(SerdeKeys.URL, registry.url());
        serializer.configure(configs, false);
        deserializer.configure(configs, false);
    }
}
