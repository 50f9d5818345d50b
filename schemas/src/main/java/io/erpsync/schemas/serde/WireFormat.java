package io.erpsync.schemas.serde;

import java.nio.ByteBuffer;

/** The frame around each message: a zero, the schema's id in four bytes, then Avro's bytes. */
final class WireFormat {

    static final int HEAD = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static byte[] head(int id) {
        return ByteBuffer.allocate(HEAD).put(MAGIC).putInt(id).array();
    }

    /** The schema id in front of {@code bytes}; throws {@link UnreadableRecord}. */
    static int idIn(byte[] bytes) {
        if (bytes.length < HEAD) {
            throw new UnreadableRecord(
                    "the record has " + bytes.length + " bytes, fewer than the frame's " + HEAD);
        }
        if (bytes[0] != MAGIC) {
            throw new UnreadableRecord(
                    "the record does not start with 0 but with " + (bytes[0] & 0xff));
        }
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }
}
