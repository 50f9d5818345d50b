package io.erpsync.connection.file;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.model.Side;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words of connection files and what they stand for. */
final class Words {

    static final Map<String, Side> SIDES = of(Side.values());
    static final Map<String, Directions> DIRECTIONS = directions();

    private Words() {}

    /** The names of an enum as a person writes them. */
    @SafeVarargs
    static <E extends Enum<E>> Map<String, E> of(E... values) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        }
        return words;
    }

    private static Map<String, Directions> directions() {
        Map<String, Directions> words = new LinkedHashMap<>();
        for (NamedDirections named : NamedDirections.values()) {
            words.put(named.word(), named.directions());
        }
        return words;
    }
}
