package io.erpsync.sandbox.lime.store;

import static io.erpsync.sandbox.lime.store.Lime.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.sandbox.lime.metadata.Option;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueReaderTest {

    private static final Property STATUS = option(PropertyType.OPTION, Option.EMPTY, "active");

    @Test
    void takesAnOptionByItsKeyAloneOrInAnObject() {
        assertThat(ValueReader.read(STATUS, "active")).isEqualTo("active");
        assertThat(ValueReader.read(STATUS, body("id", 2, "key", "active"))).isEqualTo("active");
        assertThat(ValueReader.read(STATUS, "empty")).isEqualTo("empty");
        assertThat(ValueReader.read(STATUS, null)).isEqualTo("empty");
    }

    @Test
    void refusesAnObjectWithoutAKey() {
        assertRefused(STATUS, body("id", 2));
        assertRefused(STATUS, body("text", "Active"));
        assertRefused(STATUS, body("key", null, "text", "Active"));
        assertRefused(STATUS, body());
    }

    @Test
    void takesTheEmptyTextOnlyWhereItIsAKey() {
        Property unnamed = option(PropertyType.OPTION, "", "active");

        assertThat(ValueReader.read(unnamed, "")).isEqualTo("");
        assertRefused(STATUS, "");
        assertRefused(STATUS, body("key", ""));
    }

    @Test
    void refusesASetWithAnElementThatIsNoOption() {
        Property set = option(PropertyType.SET, Option.EMPTY, "active");

        assertThat(ValueReader.read(set, List.of("active"))).isEqualTo(List.of("active"));
        assertRefused(set, List.of(body("id", 2)));
        assertRefused(set, new ArrayList<>(Arrays.asList("active", null)));
    }

    private static void assertRefused(Property property, Object sent) {
        assertThatThrownBy(() -> ValueReader.read(property, sent))
                .isInstanceOf(LimeRefusal.class)
                .hasMessageContaining("buyingstatus");
    }

    private static Property option(PropertyType type, String... keys) {
        List<Option> options =
                Arrays.stream(keys).map(key -> new Option(1, key, key, false)).toList();
        return new Property("buyingstatus", "Status", type, false, null, options, null, null);
    }
}
