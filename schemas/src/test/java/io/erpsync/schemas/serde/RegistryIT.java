package io.erpsync.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.Hint;
import io.erpsync.schemas.testing.Messages;
import io.erpsync.schemas.testing.RegistryProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericData;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real Apicurio registry, with Confluent's own client as the judge. */
class RegistryIT {

    @TempDir static Path folder;

    private static RegistryProcess registry;

    @BeforeAll
    static void startRegistry() {
        registry = RegistryProcess.startIn(folder);
    }

    @AfterAll
    static void stopRegistry() {
        registry.close();
    }

    @Test
    void confluentsClientFindsWhatWeRegisterUnderTheSameId()
            throws IOException, RestClientException {
        try (MessageCodec codec = codec(true)) {
            byte[] bytes = codec.encode("ours", Messages.changeEvent());
            SchemaRegistryClient confluent = confluent();

            int id = ByteBuffer.wrap(bytes, 1, 4).getInt();

            assertThat(confluent.getId("ours-value", parsed(ChangeEvent.getClassSchema())))
                    .isEqualTo(id);
            assertThat(new Schema.Parser().parse(confluent.getSchemaById(id).canonicalString()))
                    .isEqualTo(ChangeEvent.getClassSchema());
        }
    }

    @Test
    void usesWhatConfluentsClientRegistered() throws IOException, RestClientException {
        int id = confluent().register("theirs-value", parsed(Command.getClassSchema()));

        try (MessageCodec codec = codec(false)) {
            byte[] bytes = codec.encode("theirs", Messages.command());

            assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(id);
            assertThat(codec.decode("theirs", bytes, Command.class))
                    .isEqualTo(new Decoded.Read<>(Messages.command()));
        }
    }

    @Test
    void writesBytesThatAReaderWithConfluentsClientUnderstands()
            throws IOException, RestClientException {
        try (MessageCodec codec = codec(true)) {
            byte[] bytes = codec.encode("both", Messages.command());

            // What Confluent's deserializer does: magic byte, id, look-up, plain Avro.
            assertThat(bytes[0]).isZero();
            var writer = confluent().getSchemaById(ByteBuffer.wrap(bytes, 1, 4).getInt());
            var schema =
                    new org.apache.flink.avro.shaded.org.apache.avro.Schema.Parser()
                            .parse(writer.canonicalString());
            var reader = new GenericDatumReader<GenericRecord>(schema);
            var record =
                    reader.read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(
                                            Arrays.copyOfRange(bytes, 5, bytes.length), null));

            assertThat(record.get("commandId").toString()).isEqualTo("c-1");
            assertThat(record.get("cell").toString()).isEqualTo("UPDATE_FROM_LIME");
        }
    }

    @Test
    void readsBytesThatAWriterWithConfluentsClientMade() throws IOException, RestClientException {
        int id = confluent().register("their-hints-value", parsed(Hint.getClassSchema()));
        byte[] framed = theirHint(id);

        try (MessageCodec codec = codec(false)) {
            Decoded<Hint> decoded = codec.decode("their-hints", framed, Hint.class);

            assertThat(decoded).isInstanceOf(Decoded.Read.class);
            assertThat(((Decoded.Read<Hint>) decoded).value().getConnection()).isEqualTo("acme");
            assertThat(((Decoded.Read<Hint>) decoded).value().getAt()).isEqualTo(Messages.AT);
        }
    }

    @Test
    void preparesARegistryOnceAndForAll() throws IOException, RestClientException {
        try (SubjectSetUp setUp = new SubjectSetUp(settings(false))) {
            assertThat(setUp.verify(Contract.schemaByTopic()))
                    .hasSameSizeAs(Contract.schemaByTopic().keySet());

            setUp.apply(Contract.schemaByTopic());
            setUp.apply(Contract.schemaByTopic());

            assertThat(setUp.verify(Contract.schemaByTopic())).isEmpty();
        }
        assertThat(confluent().getAllSubjects()).contains("results-value", "links-value");
        assertThat(confluent().getCompatibility("results-value")).isEqualTo("FULL_TRANSITIVE");
        assertThat(confluent().getAllVersions("results-value")).hasSize(1);
    }

    @Test
    void registryRefusesASchemaThatBreaksThePromise() {
        Schema broken =
                new Schema.Parser()
                        .parse(
                                Hint.getClassSchema()
                                        .toString()
                                        .replace("\"name\":\"connection\"", "\"name\":\"tenant\""));
        try (SubjectSetUp setUp = new SubjectSetUp(settings(false))) {
            setUp.apply(Map.of("guarded", Hint.getClassSchema()));

            assertThatExceptionOfType(SchemaRefused.class)
                    .isThrownBy(() -> setUp.apply(Map.of("guarded", broken)))
                    .withMessageContaining("guarded-value");
        }
    }

    @Test
    void saysWhatTheRegistryDoesNotHold() {
        try (MessageCodec codec = codec(false)) {
            assertThatExceptionOfType(SchemaUnknown.class)
                    .isThrownBy(() -> codec.encode("never", Messages.command()))
                    .withMessageContaining("never-value");
            assertThat(codec.decode("never", WireFormat.head(987_654), Command.class))
                    .isInstanceOf(Decoded.Unreadable.class);
        }
    }

    private static byte[] theirHint(int id) throws IOException {
        var schema =
                new org.apache.flink.avro.shaded.org.apache.avro.Schema.Parser()
                        .parse(Hint.getClassSchema().toString());
        var hint = new GenericData.Record(schema);
        hint.put("connection", "acme");
        hint.put(
                "source",
                new GenericData.EnumSymbol(schema.getField("source").schema(), "WEBHOOK"));
        hint.put("deleted", false);
        hint.put("at", Messages.AT.getEpochSecond() * 1_000_000 + Messages.AT.getNano() / 1000);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(hint, encoder);
        return bytes.toByteArray();
    }

    private static AvroSchema parsed(Schema schema) {
        return new AvroSchema(schema.toString());
    }

    /** A client that has seen nothing yet. */
    private static SchemaRegistryClient confluent() {
        return new CachedSchemaRegistryClient(registry.url(), 10);
    }

    private static MessageCodec codec(boolean autoRegister) {
        return new MessageCodec(settings(autoRegister));
    }

    private static Map<String, Object> settings(boolean autoRegister) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(SerdeKeys.URL, registry.url());
        settings.put(SerdeKeys.AUTO_REGISTER, autoRegister);
        return settings;
    }
}
