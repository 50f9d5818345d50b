package io.erpsync.cli.text;

import io.erpsync.schemas.message.DayValue;
import io.erpsync.schemas.message.DecimalValue;
import io.erpsync.schemas.message.MomentValue;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Messages as maps and lists, ready to be written as JSON: fields under their names in the schema,
 * times in ISO form, bytes in Base64.
 */
public final class MessageShape {

    private MessageShape() {}

    /** The message's fields, in the order of its schema. */
    public static Map<String, @Nullable Object> of(SpecificRecord message) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        for (Schema.Field field : message.getSchema().getFields()) {
            shape.put(field.name(), value(message.get(field.pos())));
        }
        return shape;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case DecimalValue decimal -> decimal.getText();
            case DayValue day -> day.getDay().toString();
            case MomentValue moment -> moment.getAt().toString();
            case SpecificRecord message -> of(message);
            case List<?> list -> list.stream().map(MessageShape::value).toList();
            case Map<?, ?> map -> entries(map);
            case ByteBuffer bytes -> base64(bytes);
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    private static Map<String, @Nullable Object> entries(Map<?, ?> map) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), value(value)));
        return entries;
    }

    private static String base64(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }
}
