package io.erpsync.schemas.compatibility;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.contract.TrustedMessages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** That this version and every released one read each other. */
class ReleasedSchemasTest {

    @BeforeAll
    static void trust() {
        TrustedMessages.trust();
    }

    @Test
    void everyReleasedSubjectIsStillThereAndHasASample() throws IOException {
        List<Release> releases = Release.all();

        assertThat(releases).isNotEmpty();
        for (Release release : releases) {
            assertThat(Contract.schemaByTopic().keySet()).containsAll(release.schemas().keySet());
            assertThat(release.samples()).containsOnlyKeys(release.schemas().keySet());
        }
    }

    @TestFactory
    List<DynamicTest> isFullyCompatibleWithEveryRelease() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Release release : Release.all()) {
            for (var entry : release.schemas().entrySet()) {
                tests.add(
                        DynamicTest.dynamicTest(
                                entry.getKey() + " of " + release.version(),
                                () -> readEachOther(current(entry.getKey()), entry.getValue())));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> readsTheMessagesOfEveryReleaseAndIsReadByIt() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Release release : Release.all()) {
            for (var entry : release.schemas().entrySet()) {
                byte[] sample = requireNonNull(release.samples().get(entry.getKey()));
                tests.add(
                        DynamicTest.dynamicTest(
                                entry.getKey() + " of " + release.version(),
                                () -> goesThereAndBack(sample, entry.getValue())));
            }
        }
        return tests;
    }

    private static void readEachOther(Schema current, Schema released) {
        assertThat(FullCompatibility.faults(current, released)).isEmpty();
    }

    /** A message of the release, read and written again by us, says the same to the release. */
    private static void goesThereAndBack(byte[] sample, Schema released) throws IOException {
        Schema current = currentByName(released.getName());
        SpecificRecord ours =
                new SpecificDatumReader<SpecificRecord>(released, current)
                        .read(null, decoder(sample));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(again, null);
        new SpecificDatumWriter<SpecificRecord>(current).write(ours, encoder);

        Object before = new GenericDatumReader<>(released).read(null, decoder(sample));
        Object after =
                new GenericDatumReader<>(current, released)
                        .read(null, decoder(again.toByteArray()));

        assertThat(after).isEqualTo(before);
    }

    private static BinaryDecoder decoder(byte[] bytes) {
        return DecoderFactory.get().binaryDecoder(bytes, null);
    }

    private static Schema current(String topic) {
        return requireNonNull(Contract.schemaByTopic().get(topic), topic);
    }

    private static Schema currentByName(String name) {
        return Contract.schemaByTopic().values().stream()
                .filter(schema -> schema.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
