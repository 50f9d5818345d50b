package io.erpsync.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.Reference;
import io.erpsync.schemas.message.Urgency;
import io.erpsync.schemas.testing.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class UnreadableTest {

    private static final Schema SCHEMA = ChangeEvent.getClassSchema();
    private static final byte[] WHOLE = AvroBinary.write(1, Messages.changeEvent());

    @Test
    void anyBeginningOfARecordIsUnreadable() {
        for (int length = 0; length < WHOLE.length; length++) {
            byte[] cut = Arrays.copyOf(WHOLE, length);

            assertThatExceptionOfType(UnreadableRecord.class)
                    .as("%d of %d bytes", length, WHOLE.length)
                    .isThrownBy(() -> read(cut, SCHEMA));
        }
    }

    @Test
    void bytesLeftOverAreUnreadable() {
        byte[] longer = Arrays.copyOf(WHOLE, WHOLE.length + 1);

        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> read(longer, SCHEMA))
                .withMessageContaining("left over");
    }

    @Test
    void textInsteadOfAFrameIsUnreadable() {
        byte[] json = "{\"x\": 3}".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> read(json, SCHEMA))
                .withMessageContaining("does not start with 0");
    }

    @Test
    void chanceBytesNeverBringAnythingButUnreadableRecords() {
        long seed = 20261123;
        Random random = new Random(seed);

        for (int round = 0; round < 20_000; round++) {
            byte[] noise = new byte[WireFormat.HEAD + random.nextInt(200)];
            random.nextBytes(noise);
            noise[0] = 0;
            outcome(noise, seed, round);
        }
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = WHOLE.clone();
            int place = WireFormat.HEAD + random.nextInt(damaged.length - WireFormat.HEAD);
            damaged[place] = (byte) random.nextInt();
            outcome(damaged, seed, round);
        }
    }

    @Test
    void aTextThatClaimsToBeHugeCostsNoMemory() {
        // The first field's length: two thousand million characters.
        byte[] huge = {0, 0, 0, 0, 1, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xef, 0x0e, 1};

        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> read(huge, SCHEMA));
    }

    @Test
    void recordOfAnotherNameIsNeverReadAsTheExpectedOne() {
        byte[] reference = AvroBinary.write(1, new Reference("lime", "company", "7"));

        assertThat(AvroBinary.read(reference, Reference.getClassSchema()))
                .isInstanceOf(Reference.class);
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> read(reference, SCHEMA));
    }

    @Test
    void symbolOfANewerVersionIsReadAsUnrecognised() {
        Schema newer =
                new Schema.Parser()
                        .parse(
                                SCHEMA.toString()
                                        .replace(
                                                "\"INTERACTIVE\",\"BACKGROUND\"",
                                                "\"LEISURELY\",\"BACKGROUND\""));
        ChangeEvent first = Messages.changeEvent();
        first.put("urgency", Urgency.INTERACTIVE);
        byte[] bytes = AvroBinary.write(1, first);

        ChangeEvent read = (ChangeEvent) AvroBinary.read(bytes, newer);

        assertThat(read.getUrgency()).isEqualTo(Urgency.UNRECOGNISED);
        assertThat(read.getEventId()).isEqualTo(first.getEventId());
    }

    private static Object read(byte[] bytes, Schema writer) {
        WireFormat.idIn(bytes);
        return AvroBinary.read(bytes, writer);
    }

    private static void outcome(byte[] bytes, long seed, int round) {
        try {
            assertThat(read(bytes, SCHEMA)).isInstanceOf(ChangeEvent.class);
        } catch (UnreadableRecord expected) {
            assertThat(expected).as("seed %d round %d", seed, round).hasMessageContaining("bytes");
        }
    }
}
