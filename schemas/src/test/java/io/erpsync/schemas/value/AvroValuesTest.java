package io.erpsync.schemas.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import io.erpsync.model.Value;
import io.erpsync.schemas.contract.TrustedMessages;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.DecimalValue;
import io.erpsync.schemas.message.MomentValue;
import io.erpsync.schemas.message.Reference;
import io.erpsync.schemas.testing.Messages;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AvroValuesTest {

    private static final int KINDS = 7;

    @BeforeAll
    static void trust() {
        TrustedMessages.trust();
    }

    @Test
    void keepsEveryKindOfValueThroughTheBytesOfAMessage() throws IOException {
        long seed = 20261123;
        Random random = new Random(seed);

        for (int round = 0; round < 500; round++) {
            Map<String, Value> values = new HashMap<>();
            for (int kind = 0; kind < KINDS; kind++) {
                values.put("f" + kind, value(kind, random));
            }
            Fields fields = Fields.of(values);
            ChangeEvent event = Messages.changeEvent();
            event.put("fields", AvroValues.toAvro(fields));

            ChangeEvent read = ChangeEvent.fromByteBuffer(event.toByteBuffer());

            assertThat(AvroValues.toModel(read.getFields()))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(fields);
        }
    }

    @Test
    void keepsTheUtmostValues() {
        for (Value value :
                new Value[] {
                    new Value.Whole(Long.MIN_VALUE),
                    new Value.Whole(Long.MAX_VALUE),
                    new Value.Decimal(new BigDecimal("1E+30")),
                    new Value.Decimal(new BigDecimal("-0.000000000000000000001")),
                    new Value.Decimal(new BigDecimal("0.00")),
                    new Value.Day(LocalDate.of(1, 1, 1)),
                    new Value.Day(LocalDate.of(9999, 12, 31)),
                    new Value.Moment(Instant.parse("1899-12-30T00:00:00.000001Z")),
                    new Value.Text("\uD83D\uDE00 å\n\t\"")
                }) {
            assertThat(AvroValues.toModel(AvroValues.toAvro(value))).isEqualTo(value);
        }
    }

    @Test
    void cutsMomentsToTheMicrosecondInTheBytes() throws IOException {
        Instant fine = Instant.parse("2026-11-23T08:15:30.123456789Z");
        Object avro = AvroValues.toAvro(new Value.Moment(fine));

        assertThat(avro).isEqualTo(new MomentValue(fine));
        MomentValue read = MomentValue.fromByteBuffer(new MomentValue(fine).toByteBuffer());

        assertThat(AvroValues.toModel(read))
                .isEqualTo(new Value.Moment(Instant.parse("2026-11-23T08:15:30.123456Z")));
    }

    @Test
    void takesAnEmptyTextForNoValue() {
        assertThat(AvroValues.toModel("")).isEqualTo(Value.empty());
    }

    @Test
    void tellsAFieldWithoutValueFromAFieldThatIsNotThere() {
        Fields fields = AvroValues.toModel(Collections.singletonMap("fax", null));

        assertThat(fields.has("fax")).isTrue();
        assertThat(fields.get("fax")).isEqualTo(Value.empty());
        assertThat(AvroValues.toAvro(fields)).containsEntry("fax", null).hasSize(1);
    }

    @Test
    void namesTheFieldOfAFaultButNotItsValue() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () -> AvroValues.toModel(Map.of("limit", new DecimalValue("19121212-x"))))
                .withMessageContaining("field limit")
                .withMessageNotContaining("19121212");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> AvroValues.toModel(Map.of("limit", 1.5)))
                .withMessageContaining("field limit");
    }

    @Test
    void keepsReferences() {
        RecordReference reference =
                new RecordReference(new SystemName("fortnox"), "customer", "7/å b");

        assertThat(AvroValues.toModel(AvroValues.toAvro(reference))).isEqualTo(reference);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> AvroValues.toModel(new Reference("Not a name", "customer", "7")));
    }

    private static Value value(int kind, Random random) {
        return switch (kind) {
            case 0 -> Value.empty();
            case 1 -> new Value.Text(text(random));
            case 2 -> new Value.Bool(random.nextBoolean());
            case 3 -> new Value.Whole(random.nextLong());
            case 4 ->
                    new Value.Decimal(
                            new BigDecimal(new BigInteger(90, random), random.nextInt(-20, 40)));
            case 5 -> new Value.Day(LocalDate.ofEpochDay(random.nextInt(-500_000, 500_000)));
            default ->
                    new Value.Moment(
                            Instant.ofEpochSecond(
                                    random.nextLong(-10_000_000_000L, 10_000_000_000L),
                                    random.nextInt(1_000_000) * 1000L));
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(1, 40); length > 0; length--) {
            // Below the surrogates, so that each is a character of its own.
            text.append((char) random.nextInt(1, 0xd800));
        }
        return text.toString();
    }
}
