package io.erpsync.schemas.compatibility;

import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.contract.TrustedMessages;
import io.erpsync.schemas.testing.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Keeps the schemas of a version that is about to be released, and a message of each, in the
 * module's folder {@code released/VERSION}. Never over an earlier one: what was released stays.
 */
final class WriteRelease {

    private static final int LINE = 100;

    private WriteRelease() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: WriteRelease VERSION");
        }
        TrustedMessages.trust();
        Path folder = Files.createDirectory(Release.FOLDER.resolve(arguments[0]));
        for (var entry : Contract.schemaByTopic().entrySet()) {
            Schema schema = entry.getValue();
            Files.writeString(
                    folder.resolve(entry.getKey() + Release.SCHEMA_ENDING),
                    SchemaFormatter.format("json/pretty", schema) + "\n");
            SpecificRecord message = Messages.all().get(schema.getName());
            if (message == null) {
                throw new IllegalStateException("no example of " + schema.getName());
            }
            Files.writeString(
                    folder.resolve(entry.getKey() + Release.SAMPLE_ENDING),
                    HexFormat.of()
                                    .formatHex(bytesOf(message))
                                    .replaceAll("(.{" + LINE + "})", "$1\n")
                            + "\n");
        }
    }

    private static byte[] bytesOf(SpecificRecord message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(message.getSchema()).write(message, encoder);
        return bytes.toByteArray();
    }
}
