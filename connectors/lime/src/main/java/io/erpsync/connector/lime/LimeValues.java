package io.erpsync.connector.lime;

import io.erpsync.model.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns Lime's JSON values into ours and back, by the kind of their property. */
record LimeValues(ZoneId zone) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter UTC_MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Lime keeps times to 1/300 s, so what comes back may differ by this much. */
    private static final Duration RESOLUTION = Duration.ofMillis(4);

    /**
     * The value of one property. One that does not look like its kind is kept as the text it came
     * as, so that it stops only what uses it.
     */
    Value read(LimeType.Property property, JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return Value.empty();
        }
        return switch (property.kind()) {
            case TEXT -> Value.text(node.isContainer() ? node.toString() : node.asString());
            case WHOLE, RELATION -> whole(node);
            case DECIMAL ->
                    node.isNumber() ? new Value.Decimal(node.decimalValue()) : asItCame(node);
            case YESNO -> node.isBoolean() ? new Value.Bool(node.booleanValue()) : asItCame(node);
            case OPTION -> Value.text(optionKey(node));
            case SET -> Value.text(setKeys(node));
            case TIME -> moment(node);
            case ID, TAB, OTHER -> node.isIntegralNumber() ? whole(node) : asItCame(node);
        };
    }

    /** The text that users see for an option's value. */
    Value readOptionText(LimeType.Property property, JsonNode node) {
        String key = optionKey(node);
        if (key.isEmpty()) {
            return Value.empty();
        }
        if (node.path("text").isString()) {
            return Value.text(node.path("text").stringValue());
        }
        LimeType.Option option = property.option(key);
        return option == null ? Value.empty() : Value.text(option.text());
    }

    /** An instant as Lime writes it, with an offset or in its own wall-clock time; else null. */
    @Nullable Instant instant(JsonNode node) {
        if (!node.isString()) {
            return null;
        }
        String text = node.stringValue();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return wallClock(text);
        }
    }

    /**
     * What to send for {@code value}, or null when the property cannot take it. An empty text is
     * {@code ""}, because Lime does not take null for a text.
     */
    @Nullable JsonNode write(LimeType.Property property, Value value) {
        return switch (property.kind()) {
            case TEXT -> JSON.stringNode(value.shown());
            case OPTION -> JSON.stringNode(optionToSend(property, value));
            case WHOLE, RELATION -> writeWhole(value);
            case DECIMAL -> writeDecimal(value);
            case YESNO -> writeYesNo(value);
            case TIME -> writeTime(value);
            case SET, ID, TAB, OTHER -> null;
        };
    }

    /** Whether a record that holds {@code held} needs no write to hold {@code wanted}. */
    static boolean same(Value held, Value wanted) {
        if (held instanceof Value.Moment(Instant a) && wanted instanceof Value.Moment(Instant b)) {
            return Duration.between(a, b).abs().compareTo(RESOLUTION) <= 0;
        }
        return held.shown().equals(wanted.shown());
    }

    static String timeToSend(Instant instant) {
        return UTC_MILLIS.format(instant);
    }

    private static Value whole(JsonNode node) {
        return node.isNumber() && node.canConvertToExactIntegral() && node.canConvertToLong()
                ? new Value.Whole(node.asLong())
                : asItCame(node);
    }

    private static Value asItCame(JsonNode node) {
        return Value.text(node.isContainer() ? node.toString() : node.asString());
    }

    private static String optionKey(JsonNode node) {
        String key = node.isObject() ? node.path("key").asString("") : node.asString("");
        if (key.isEmpty() && node.isObject() && !node.path("text").asString("").isEmpty()) {
            key = node.path("id").asString(""); // an option without a configured key
        }
        return key.equals("empty") ? "" : key;
    }

    private static String setKeys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        for (JsonNode option : node) {
            keys.add(optionKey(option));
        }
        return String.join(";", keys);
    }

    private Value moment(JsonNode node) {
        Instant instant = instant(node);
        return instant == null ? asItCame(node) : new Value.Moment(instant);
    }

    private @Nullable Instant wallClock(String text) {
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            try {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            } catch (DateTimeException notADateEither) {
                return null;
            }
        }
    }

    private static String optionToSend(LimeType.Property property, Value value) {
        boolean hasEmptyKey = property.option("empty") != null;
        return value.isEmpty() && hasEmptyKey ? "empty" : value.shown();
    }

    private static @Nullable JsonNode writeWhole(Value value) {
        if (value.isEmpty()) {
            return JSON.nullNode();
        }
        BigDecimal number = number(value);
        try {
            return number == null ? null : JSON.numberNode(number.longValueExact());
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable JsonNode writeDecimal(Value value) {
        if (value.isEmpty()) {
            return JSON.nullNode();
        }
        BigDecimal number = number(value);
        if (number == null) {
            return null;
        }
        // 1E+3 is JSON too, but not every reader of it agrees.
        return JSON.numberNode(number.scale() < 0 ? number.setScale(0) : number);
    }

    private static @Nullable BigDecimal number(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> BigDecimal.valueOf(whole);
            case Value.Decimal(BigDecimal decimal) -> decimal;
            case Value.Text(String text) -> parsed(text);
            case Value.Empty _, Value.Bool _, Value.Day _, Value.Moment _ -> null;
        };
    }

    private static @Nullable BigDecimal parsed(String text) {
        try {
            return text.length() > 40 ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable JsonNode writeYesNo(Value value) {
        return switch (value) {
            case Value.Bool(boolean yes) -> JSON.booleanNode(yes);
            // A yes/no in Lime has no third state.
            case Value.Empty _ -> JSON.booleanNode(false);
            case Value.Text _, Value.Whole _, Value.Decimal _, Value.Day _, Value.Moment _ -> null;
        };
    }

    private @Nullable JsonNode writeTime(Value value) {
        return switch (value) {
            case Value.Moment(Instant moment) ->
                    JSON.stringNode(timeToSend(moment.truncatedTo(ChronoUnit.MILLIS)));
            case Value.Day(LocalDate day) ->
                    JSON.stringNode(
                            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(zone)));
            case Value.Empty _ -> JSON.nullNode();
            case Value.Text _, Value.Whole _, Value.Decimal _, Value.Bool _ -> null;
        };
    }
}
