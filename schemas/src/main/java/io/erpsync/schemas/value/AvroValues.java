package io.erpsync.schemas.value;

import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import io.erpsync.model.Value;
import io.erpsync.schemas.message.DayValue;
import io.erpsync.schemas.message.DecimalValue;
import io.erpsync.schemas.message.MomentValue;
import io.erpsync.schemas.message.Reference;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Translates values between the model and messages, without loss but for one thing: a moment is
 * kept to the microsecond, and what is finer is cut off. What a message holds and the model cannot
 * take is told by {@link IllegalArgumentException}: to the reader of a message that is an
 * unreadable record.
 */
public final class AvroValues {

    private AvroValues() {}

    /** A branch of the union that stands for a field's value in messages. */
    public static @Nullable Object toAvro(Value value) {
        return switch (value) {
            case Value.Empty _ -> null;
            case Value.Text(String text) -> text;
            case Value.Bool(boolean flag) -> flag;
            case Value.Whole(long number) -> number;
            case Value.Decimal(BigDecimal number) -> new DecimalValue(number.toPlainString());
            case Value.Day(var day) -> new DayValue(day);
            case Value.Moment(var moment) -> new MomentValue(moment);
        };
    }

    public static Value toModel(@Nullable Object value) {
        return switch (value) {
            case null -> Value.empty();
            case CharSequence text -> Value.text(text.toString());
            case Boolean flag -> new Value.Bool(flag);
            case Long number -> new Value.Whole(number);
            case DecimalValue number -> new Value.Decimal(decimal(number.getText()));
            case DayValue day -> new Value.Day(day.getDay());
            case MomentValue moment -> new Value.Moment(moment.getAt());
            default ->
                    throw new IllegalArgumentException(
                            "a value of " + value.getClass() + " stands in no message");
        };
    }

    /** A new map of the form that the messages take. */
    public static Map<String, @Nullable Object> toAvro(Fields fields) {
        Map<String, @Nullable Object> values = HashMap.newHashMap(fields.values().size());
        fields.values().forEach((name, value) -> values.put(name, toAvro(value)));
        return values;
    }

    /** The fields of a message; the fault of one value names its field. */
    public static Fields toModel(Map<String, ? extends @Nullable Object> values) {
        TreeMap<String, Value> fields = new TreeMap<>();
        for (var entry : values.entrySet()) {
            try {
                fields.put(entry.getKey(), toModel(entry.getValue()));
            } catch (IllegalArgumentException fault) {
                throw new IllegalArgumentException(
                        "field " + entry.getKey() + ": " + fault.getMessage(), fault);
            }
        }
        return new Fields(fields);
    }

    public static Reference toAvro(RecordReference reference) {
        return new Reference(reference.system().value(), reference.type(), reference.id());
    }

    public static RecordReference toModel(Reference reference) {
        return new RecordReference(
                new SystemName(reference.getSystem()), reference.getType(), reference.getId());
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            // Said without the text, which may be personal data.
            throw new IllegalArgumentException("not a decimal number", notANumber);
        }
    }
}
