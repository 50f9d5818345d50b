package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class LimeValuesTest {

    private static final LimeValues VALUES = new LimeValues(ZoneId.of("Europe/Stockholm"));
    private static final Instant NOON = Instant.parse("2025-06-11T12:05:06.740Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "name | \"\"",
                "name | null",
                "erp_status | \"\"",
                "erp_status | null",
                "erp_status | \"empty\"",
                "erp_status | {\"id\":1,\"key\":\"empty\",\"text\":\"\"}",
                "contract_start | null",
                "coworker | null",
                "services | []"
            })
    void readsWhatMeansNothingAsEmpty(String property, String json) {
        assertThat(read(property, json)).isEqualTo(Value.empty());
    }

    @Test
    void readsEachKindAsItsType() {
        assertThat(read("name", "\"Å\"")).isEqualTo(new Value.Text("Å"));
        assertThat(read("employees", "12")).isEqualTo(new Value.Whole(12));
        assertThat(read("employees", "12.0")).isEqualTo(new Value.Whole(12));
        assertThat(read("creditlimit", "0.0")).isEqualTo(new Value.Decimal(BigDecimal.ZERO));
        assertThat(read("creditlimit", "17748"))
                .isEqualTo(new Value.Decimal(new BigDecimal("17748")));
        assertThat(read("inactive", "true")).isEqualTo(new Value.Bool(true));
        assertThat(read("coworker", "1012")).isEqualTo(new Value.Whole(1012));
        assertThat(read("logo", "77")).isEqualTo(new Value.Whole(77));
        assertThat(read("services", "[{\"key\":\"a\"},{\"key\":\"b\"}]"))
                .isEqualTo(new Value.Text("a;b"));
    }

    @Test
    void readsAnOptionByKeyWithItsTextBeside() {
        JsonNode object = Companies.json("{\"id\":104,\"key\":\"synced\",\"text\":\"Klar\"}");

        assertThat(VALUES.read(property("erp_status"), object)).isEqualTo(new Value.Text("synced"));
        assertThat(VALUES.readOptionText(property("erp_status"), object))
                .isEqualTo(new Value.Text("Klar"));
        assertThat(VALUES.readOptionText(property("erp_status"), Companies.json("\"synced\"")))
                .isEqualTo(new Value.Text("Synced"));
    }

    @Test
    void readsAnOptionWithoutKeyByItsId() {
        assertThat(read("erp_status", "{\"id\":9,\"text\":\"Gold\"}"))
                .isEqualTo(new Value.Text("9"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-11T14:05:06.740000+02:00, 2025-06-11T12:05:06.740Z",
        "2025-01-30T00:00:00+01:00, 2025-01-29T23:00:00Z",
        "2025-06-11T12:05:06.743Z, 2025-06-11T12:05:06.743Z",
        "2025-06-11T14:05:06, 2025-06-11T12:05:06Z",
        "2025-01-30, 2025-01-29T23:00:00Z",
        // the hour that comes twice is told apart by its offset
        "2025-10-26T02:30:00.003000+02:00, 2025-10-26T00:30:00.003Z",
        "2025-10-26T02:30:00.003000+01:00, 2025-10-26T01:30:00.003Z"
    })
    void readsTimesWithTheirOffsetOrInLimesZone(String text, Instant expected) {
        assertThat(read("contract_start", '"' + text + '"')).isEqualTo(new Value.Moment(expected));
    }

    @Test
    void keepsWhatDoesNotLookLikeItsKindAsText() {
        assertThat(read("contract_start", "\"soon\"")).isEqualTo(new Value.Text("soon"));
        assertThat(read("employees", "1.5")).isEqualTo(new Value.Text("1.5"));
    }

    @Test
    void writesAnEmptyTextAsTextAndNeverAsNull() {
        assertThat(written("name", Value.empty())).isEqualTo("\"\"");
        assertThat(written("emailinvoice", Value.empty())).isEqualTo("\"\"");
    }

    @Test
    void writesEachKindAsLimeTakesIt() {
        assertThat(written("erp_status", Value.text("synced"))).isEqualTo("\"synced\"");
        assertThat(written("erp_status", Value.empty())).isEqualTo("\"empty\"");
        assertThat(written("employees", new Value.Whole(3))).isEqualTo("3");
        assertThat(written("creditlimit", new Value.Decimal(new BigDecimal("1000.50"))))
                .isEqualTo("1000.5");
        assertThat(written("creditlimit", new Value.Decimal(new BigDecimal("1000"))))
                .isEqualTo("1000");
        assertThat(written("inactive", new Value.Bool(true))).isEqualTo("true");
        assertThat(written("inactive", Value.empty())).isEqualTo("false");
        assertThat(written("coworker", new Value.Whole(1012))).isEqualTo("1012");
        assertThat(written("coworker", Value.empty())).isEqualTo("null");
        assertThat(written("erp_firstsynced", new Value.Moment(NOON)))
                .isEqualTo("\"2025-06-11T12:05:06.740Z\"");
        assertThat(written("erp_firstsynced", new Value.Day(LocalDate.of(2025, 1, 30))))
                .isEqualTo("\"2025-01-30T00:00:00+01:00\"");
        assertThat(written("erp_firstsynced", Value.empty())).isEqualTo("null");
    }

    @Test
    void doesNotWriteWhatAPropertyCannotTake() {
        assertThat(written("employees", Value.text("many"))).isNull();
        assertThat(written("employees", new Value.Decimal(new BigDecimal("1.5")))).isNull();
        assertThat(written("inactive", Value.text("yes"))).isNull();
        assertThat(written("erp_firstsynced", Value.text("soon"))).isNull();
        assertThat(written("services", Value.text("a"))).isNull();
        assertThat(written("person", new Value.Whole(1))).isNull();
    }

    @Test
    void takesATimeThatLimeRoundedForTheSame() {
        Value rounded = new Value.Moment(NOON.plusMillis(3));

        assertThat(LimeValues.same(rounded, new Value.Moment(NOON))).isTrue();
        assertThat(LimeValues.same(rounded, new Value.Moment(NOON.plusSeconds(1)))).isFalse();
        assertThat(LimeValues.same(Value.empty(), new Value.Moment(NOON))).isFalse();
        assertThat(LimeValues.same(new Value.Whole(7), Value.text("7"))).isTrue();
    }

    private static LimeType.Property property(String name) {
        LimeType.Property property = Companies.type().property(name);
        if (property == null) {
            throw new AssertionError(name);
        }
        return property;
    }

    private static Value read(String property, String json) {
        return VALUES.read(property(property), Companies.json(json));
    }

    private static @Nullable String written(String property, Value value) {
        JsonNode node = VALUES.write(property(property), value);
        return node == null ? null : node.toString();
    }
}
