package io.erpsync.cli.text;

import io.erpsync.schemas.message.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A message for a person: one field to a line, bytes as text where they are short text. */
public final class MessageLines {

    private static final int NAMES = 14;
    private static final int MOST_BYTES = 300;

    private MessageLines() {}

    public static List<String> of(SpecificRecord message) {
        List<String> lines = new ArrayList<>();
        String form = "%-" + NAMES + "s %s";
        for (Schema.Field field : message.getSchema().getFields()) {
            lines.add(form.formatted(field.name(), shown(message.get(field.pos()))));
        }
        return lines;
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case Reference reference ->
                    reference.getSystem() + " " + reference.getType() + "/" + reference.getId();
            case ByteBuffer bytes -> bytes(bytes);
            case Map<?, ?> map ->
                    orHyphen(
                            map.entrySet().stream()
                                    .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
            case List<?> list ->
                    orHyphen(
                            list.stream()
                                    .map(MessageLines::shown)
                                    .collect(Collectors.joining(", ")));
            case SpecificRecord message -> String.valueOf(MessageShape.of(message));
            default -> orHyphen(value.toString().replaceAll("[\\p{Cntrl}]+", " "));
        };
    }

    private static String orHyphen(String text) {
        return text.isBlank() ? "-" : text;
    }

    private static String bytes(ByteBuffer bytes) {
        String size = bytes.remaining() + " bytes; all of them with --json";
        if (bytes.remaining() > MOST_BYTES) {
            return size;
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
            // Control characters would do things to the terminal.
            return text.chars().anyMatch(Character::isISOControl) ? size : orHyphen(text);
        } catch (CharacterCodingException notText) {
            return size;
        }
    }
}
