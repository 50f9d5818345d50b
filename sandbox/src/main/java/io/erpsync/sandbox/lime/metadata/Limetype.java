package io.erpsync.sandbox.lime.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One type of record.
 *
 * @param descriptive the property that names a record to people
 */
public record Limetype(
        String name,
        String singular,
        String plural,
        String descriptive,
        Map<String, Property> properties) {

    public Limetype {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    public @Nullable Property property(String property) {
        return properties.get(property);
    }

    /** The same type with one property under another name. */
    Limetype renamed(String from, String to) {
        Map<String, Property> renamed = new LinkedHashMap<>();
        properties.forEach(
                (key, property) -> {
                    Property next = key.equals(from) ? property.named(to) : property;
                    renamed.put(next.name(), next);
                });
        String named = descriptive.equals(from) ? to : descriptive;
        return new Limetype(name, singular, plural, named, renamed);
    }

    /** The properties whose values are in the record itself, in their order. */
    public List<Property> stored() {
        return properties.values().stream().filter(Property::isStored).toList();
    }
}
