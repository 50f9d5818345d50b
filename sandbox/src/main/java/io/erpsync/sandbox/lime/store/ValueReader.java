package io.erpsync.sandbox.lime.store;

import io.erpsync.sandbox.lime.metadata.Option;
import io.erpsync.sandbox.lime.metadata.Property;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a value that a client sent and turns it into the one to be stored. */
final class ValueReader {

    private ValueReader() {}

    /** The value to store; throws {@link LimeRefusal} naming the property. */
    static @Nullable Object read(Property property, @Nullable Object sent) {
        return switch (property.type()) {
            case STRING, LINK -> text(property, sent);
            case OPTION -> sent == null ? unset(property) : optionKey(property, sent);
            case SET -> keys(property, sent);
            case YESNO -> flag(property, sent);
            case TIME -> time(property, sent);
            case DECIMAL -> decimal(property, sent);
            case INTEGER -> whole(property, sent);
            case FILE, USER, BELONGSTO -> sent == null ? null : whole(property, sent);
            case HASMANY -> throw LimeRefusal.badRequest(property.name() + " is not writable");
        };
    }

    /** The value of a property that was never set. */
    static @Nullable Object unset(Property property) {
        return switch (property.type()) {
            case STRING, LINK -> "";
            case OPTION -> property.option(Option.EMPTY) == null ? "" : Option.EMPTY;
            case SET -> List.of();
            case YESNO -> false;
            case DECIMAL -> new BigDecimal("0.0");
            case INTEGER -> 0L;
            case TIME, FILE, USER, BELONGSTO, HASMANY -> null;
        };
    }

    private static String text(Property property, @Nullable Object sent) {
        if (!(sent instanceof String text)) {
            throw wrongKind(property, sent, "a string");
        }
        Integer length = property.length();
        if (length != null && text.length() > length) {
            throw LimeRefusal.badRequest(
                    "The value of "
                            + property.name()
                            + " is longer than the allowed "
                            + length
                            + " characters");
        }
        return text;
    }

    private static String optionKey(Property property, @Nullable Object sent) {
        Object key = sent instanceof Map<?, ?> object ? object.get("key") : sent;
        if (!(key instanceof String text)) {
            throw wrongKind(property, sent, "an option key");
        }
        if (property.option(text) == null) {
            throw LimeRefusal.badRequest(
                    "'" + text + "' is not an option of property " + property.name());
        }
        return text;
    }

    private static Boolean flag(Property property, @Nullable Object sent) {
        if (sent instanceof Boolean flag) {
            return flag;
        }
        throw wrongKind(property, sent, "a boolean");
    }

    private static Object keys(Property property, @Nullable Object sent) {
        if (sent instanceof List<?> list) {
            return list.stream().map(key -> optionKey(property, key)).toList();
        }
        throw wrongKind(property, sent, "an array of option keys");
    }

    private static @Nullable Instant time(Property property, @Nullable Object sent) {
        if (sent == null) {
            return null;
        }
        Instant time = sent instanceof String text ? SqlServerTime.parse(text) : null;
        if (time == null) {
            throw wrongKind(property, sent, "an ISO 8601 time");
        }
        return SqlServerTime.round(time);
    }

    private static BigDecimal decimal(Property property, @Nullable Object sent) {
        return switch (sent) {
            case BigDecimal decimal -> decimal;
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case BigInteger number -> new BigDecimal(number);
            case null, default -> throw wrongKind(property, sent, "a number");
        };
    }

    private static Long whole(Property property, @Nullable Object sent) {
        return switch (sent) {
            case Integer number -> number.longValue();
            case Long number -> number;
            case null, default -> throw wrongKind(property, sent, "an integer");
        };
    }

    private static LimeRefusal wrongKind(Property property, @Nullable Object sent, String wanted) {
        return LimeRefusal.badRequest(
                "The value of " + property.name() + " must be " + wanted + ", not " + sent);
    }
}
