package io.erpsync.sandbox.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading a JSON object field by field; a field of the wrong kind is {@link UnreadableJson}. */
public record JsonFields(Map<String, @Nullable Object> values) {

    public static JsonFields of(String text) {
        return new JsonFields(text.isBlank() ? Map.of() : Json.readObject(text));
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    public @Nullable String text(String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }

    public String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    public long number(String name, long otherwise) {
        Object value = values.get(name);
        return switch (value) {
            case null -> otherwise;
            case Number number -> number.longValue();
            default -> throw new UnreadableJson(name + " must be a number.");
        };
    }

    public double fraction(String name, double otherwise) {
        Object value = values.get(name);
        return switch (value) {
            case null -> otherwise;
            case Number number -> number.doubleValue();
            default -> throw new UnreadableJson(name + " must be a number.");
        };
    }

    public boolean flag(String name, boolean otherwise) {
        Object value = values.get(name);
        return switch (value) {
            case null -> otherwise;
            case Boolean flag -> flag;
            default -> throw new UnreadableJson(name + " must be true or false.");
        };
    }

    public JsonFields object(String name) {
        return new JsonFields(has(name) ? Json.object(values.get(name)) : Map.of());
    }

    public List<JsonFields> objects(String name) {
        return list(name).stream().map(Json::object).map(JsonFields::new).toList();
    }

    public List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    private List<?> list(String name) {
        return switch (values.get(name)) {
            case null -> List.of();
            case List<?> list -> list;
            default -> throw new UnreadableJson(name + " must be an array.");
        };
    }
}
