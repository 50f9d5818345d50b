package io.erpsync.sandbox.lime.search;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Option;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import io.erpsync.sandbox.lime.store.SqlServerTime;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the value that a client searches for into the form in which it is stored. */
final class SearchValue {

    private SearchValue() {}

    static @Nullable Object read(Limetype type, String field, @Nullable Object sent) {
        PropertyType kind = FieldValues.typeOf(type, field);
        String text = sent == null ? "" : sent.toString();
        return switch (kind) {
            case STRING, LINK -> text;
            case OPTION, SET -> optionKey(Objects.requireNonNull(type.property(field)), text);
            case YESNO -> flag(field, text);
            case TIME -> orNothing(text, field, SqlServerTime.parse(text));
            case DECIMAL, INTEGER, FILE, USER, BELONGSTO, HASMANY ->
                    orNothing(text, field, number(text));
        };
    }

    private static String optionKey(Property property, String text) {
        if (text.isEmpty()) {
            return property.option(Option.EMPTY) == null ? "" : Option.EMPTY;
        }
        for (Option option : property.options()) {
            if (option.key().equals(text) || String.valueOf(option.id()).equals(text)) {
                return option.key();
            }
        }
        throw LimeRefusal.badRequest(
                "'" + text + "' is not an option of property " + property.name());
    }

    private static Boolean flag(String field, String text) {
        return switch (text) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default -> throw unreadable(field, text);
        };
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable Object orNothing(String text, String field, @Nullable Object value) {
        if (value == null && !text.isEmpty() && !text.equals("null")) {
            throw unreadable(field, text);
        }
        return value;
    }

    private static LimeRefusal unreadable(String field, String text) {
        return LimeRefusal.badRequest("'" + text + "' is not a value of property " + field);
    }
}
