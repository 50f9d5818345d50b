package io.erpsync.connector.lime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Lime's metadata says of one limetype; properties by name. */
record LimeType(String name, Map<String, Property> properties) {

    LimeType {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** The kinds of property that we tell apart. */
    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        YESNO,
        OPTION,
        SET,
        TIME,
        RELATION,
        /** The id of a file or a user. */
        ID,
        /** Not in a record's body. */
        TAB,
        /** A kind of a newer Lime: read as it looks, never written. */
        OTHER
    }

    /**
     * One property; {@code relatedType} only for a relation, {@code options} only for an option.
     */
    record Property(
            String name,
            String localName,
            Kind kind,
            @Nullable Integer length,
            boolean required,
            List<Option> options,
            @Nullable String relatedType) {

        Property {
            options = List.copyOf(options);
        }

        @Nullable Option option(String key) {
            for (Option option : options) {
                if (option.key().equals(key)) {
                    return option;
                }
            }
            return null;
        }
    }

    /** One choice of an option property. */
    record Option(String key, String text, boolean inactive) {}

    @Nullable Property property(String property) {
        return properties.get(property);
    }

    /** The type described by an answer of the limetype interface, or null when it is none. */
    static @Nullable LimeType read(String name, JsonNode answer) {
        JsonNode listed = answer.path("_embedded").path("properties");
        if (!listed.isArray()) {
            return null;
        }
        Map<String, Property> properties = new TreeMap<>();
        for (JsonNode node : listed) {
            String property = node.path("name").asString("");
            if (!property.isEmpty()) {
                properties.put(property, property(property, node));
            }
        }
        return new LimeType(name, properties);
    }

    private static Property property(String name, JsonNode node) {
        JsonNode length = node.path("length");
        String localName = node.path("localname").asString("");
        JsonNode related = node.path("_links").path("related_type").path("name");
        return new Property(
                name,
                localName.isEmpty() ? name : localName,
                kind(node.path("type").asString("")),
                length.canConvertToInt() && length.intValue() > 0 ? length.intValue() : null,
                node.path("required").asBoolean(false),
                options(node.path("options")),
                related.isString() ? related.stringValue() : null);
    }

    private static List<Option> options(JsonNode listed) {
        List<Option> options = new ArrayList<>();
        for (JsonNode node : listed) {
            String key = node.path("key").asString("");
            options.add(
                    new Option(
                            key.isEmpty() ? node.path("id").asString("") : key,
                            node.path("text").asString(""),
                            node.path("inactive").asBoolean(false)));
        }
        return options;
    }

    private static Kind kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "string", "text", "link", "xml" -> Kind.TEXT;
            case "integer" -> Kind.WHOLE;
            case "decimal", "float", "percent" -> Kind.DECIMAL;
            case "yesno" -> Kind.YESNO;
            case "option" -> Kind.OPTION;
            case "set" -> Kind.SET;
            case "time", "date", "datetime" -> Kind.TIME;
            case "belongsto" -> Kind.RELATION;
            case "file", "user" -> Kind.ID;
            case "hasone", "hasmany", "hasandbelongstomany" -> Kind.TAB;
            default -> Kind.OTHER;
        };
    }
}
