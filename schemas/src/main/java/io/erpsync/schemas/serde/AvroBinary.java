package io.erpsync.schemas.serde;

import io.erpsync.schemas.contract.TrustedMessages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Messages of the contract in Avro's binary form. */
final class AvroBinary {

    private AvroBinary() {}

    static byte[] write(int id, SpecificRecord message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        bytes.writeBytes(WireFormat.head(id));
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(
                            message.getSchema(), SpecificData.getForClass(message.getClass()))
                    .write(message, encoder);
        } catch (IOException | RuntimeException incomplete) {
            // Avro throws null pointer, class cast and its own exceptions for an incomplete object.
            throw new UnwritableMessage(
                    "a " + message.getSchema().getFullName() + " does not meet its schema",
                    incomplete);
        }
        return bytes.toByteArray();
    }

    /** Reads with the writer's schema into our class of the same name. */
    static SpecificRecord read(byte[] framed, Schema writer) {
        TrustedMessages.trust();
        Class<?> type = classOf(writer);
        SpecificData data = SpecificData.getForClass(type);
        BinaryDecoder decoder =
                DecoderFactory.get()
                        .binaryDecoder(
                                framed, WireFormat.HEAD, framed.length - WireFormat.HEAD, null);
        SpecificRecord message;
        try {
            message =
                    new SpecificDatumReader<SpecificRecord>(writer, data.getSchema(type), data)
                            .read(null, decoder);
            if (decoder.isEnd()) {
                return message;
            }
        } catch (IOException | RuntimeException malformed) {
            // For bytes of another schema Avro throws nearly any kind of runtime exception.
            throw new UnreadableRecord(
                    "the bytes are not a whole " + writer.getFullName(), malformed);
        }
        throw new UnreadableRecord("bytes are left over after a " + writer.getFullName());
    }

    /** Only classes of the contract are loaded, whatever name a registry gives. */
    private static Class<?> classOf(Schema writer) {
        if (writer.getType() == Schema.Type.RECORD
                && TrustedMessages.PACKAGE.equals(writer.getNamespace())) {
            try {
                Class<?> type =
                        Class.forName(
                                writer.getFullName(), true, AvroBinary.class.getClassLoader());
                if (SpecificRecord.class.isAssignableFrom(type)) {
                    return type;
                }
            } catch (ClassNotFoundException newer) {
                throw new UnreadableRecord(
                        "no message " + writer.getFullName() + " is known to this version", newer);
            }
        }
        throw new UnreadableRecord(writer.getFullName() + " is not a message of the contract");
    }
}
