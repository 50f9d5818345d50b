package io.erpsync.schemas.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.Hint;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** That the check says no to what would break a reader, and yes to what does not. */
class FullCompatibilityTest {

    private static final Schema HINT = Hint.getClassSchema();

    @Test
    void seesAFieldThatWasAddedWithoutADefault() {
        Schema broken =
                changed("\"fields\":[", "\"fields\":[{\"name\":\"tenant\",\"type\":\"int\"},");

        assertThat(FullCompatibility.faults(broken, HINT))
                .singleElement()
                .asString()
                .contains("the current one cannot read", "READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void seesAFieldThatWasRemovedThoughItHadNoDefault() {
        Schema longer =
                changed("\"fields\":[", "\"fields\":[{\"name\":\"tenant\",\"type\":\"int\"},");

        assertThat(FullCompatibility.faults(HINT, longer))
                .singleElement()
                .asString()
                .contains("the released one cannot read");
    }

    @Test
    void seesAChangedType() {
        Schema broken =
                changed(
                        "\"name\":\"connection\",\"type\":{\"type\":\"string\","
                                + "\"avro.java.string\":\"String\"}",
                        "\"name\":\"connection\",\"type\":\"long\"");

        assertThat(FullCompatibility.faults(broken, HINT)).hasSize(2);
    }

    @Test
    void seesAnEnumThatLostItsDefaultAndASymbol() {
        Schema broken =
                changed(
                        "\"POLL_NOW\",\"UNRECOGNISED\"],\"default\":\"UNRECOGNISED\"",
                        "\"UNRECOGNISED\"]");

        assertThat(FullCompatibility.faults(broken, HINT))
                .singleElement()
                .asString()
                .contains("MISSING_ENUM_SYMBOLS");
    }

    @Test
    void seesAKindOfValueThatOlderReadersDoNotKnow() {
        Schema command = Command.getClassSchema();
        Schema broken =
                new Schema.Parser()
                        .parse(
                                command.toString()
                                        .replace("\"boolean\",", "\"boolean\",\"double\","));

        assertThat(broken).isNotEqualTo(command);
        assertThat(FullCompatibility.faults(broken, command)).isNotEmpty();
    }

    @Test
    void seesARenamedMessage() {
        assertThat(FullCompatibility.faults(changed("\"name\":\"Hint\"", "\"name\":\"Tip\""), HINT))
                .hasSize(2);
    }

    @Test
    void letsAFieldWithADefaultAndANewSymbolPass() {
        Schema grown =
                new Schema.Parser()
                        .parse(
                                HINT.toString()
                                        .replace("\"POLL_NOW\",", "\"POLL_NOW\",\"RUMOUR\",")
                                        .replace(
                                                "\"fields\":[{\"name\":\"connection\"",
                                                "\"fields\":[{\"name\":\"note\",\"type\":\"string\","
                                                        + "\"default\":\"\"},"
                                                        + "{\"name\":\"connection\""));

        assertThat(grown.getField("note")).isNotNull();
        assertThat(FullCompatibility.faults(grown, HINT)).isEmpty();
    }

    private static Schema changed(String part, String into) {
        Schema changed = new Schema.Parser().parse(replacedOnce(HINT.toString(), part, into));
        assertThat(changed).isNotEqualTo(HINT);
        return changed;
    }

    private static String replacedOnce(String text, String part, String into) {
        int at = text.indexOf(part);
        assertThat(at).as("%s in %s", part, text).isNotNegative();
        return text.substring(0, at) + into + text.substring(at + part.length());
    }
}
