package io.erpsync.sandbox.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as plain maps, lists, texts, numbers and booleans; decimals keep their digits. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private Json() {}

    public static String write(@Nullable Object content) {
        return MAPPER.writeValueAsString(content);
    }

    /** Throws {@link UnreadableJson} when the text is no JSON. */
    public static @Nullable Object read(String text) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JacksonException unreadable) {
            throw new UnreadableJson(unreadable.getOriginalMessage());
        }
    }

    /** Throws {@link UnreadableJson} when the text is no JSON object. */
    public static Map<String, @Nullable Object> readObject(String text) {
        return object(read(text));
    }

    /** Throws {@link UnreadableJson} when the text is no JSON array of objects. */
    public static List<Map<String, @Nullable Object>> readObjects(String text) {
        if (!(read(text) instanceof List<?> list)) {
            throw new UnreadableJson("An array is expected.");
        }
        return list.stream().map(Json::object).toList();
    }

    /** The value as an object; throws {@link UnreadableJson} when it is none. */
    @SuppressWarnings("unchecked") // The keys of a JSON object are always texts.
    public static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new UnreadableJson("An object is expected.");
        }
        return (Map<String, @Nullable Object>) map;
    }
}
