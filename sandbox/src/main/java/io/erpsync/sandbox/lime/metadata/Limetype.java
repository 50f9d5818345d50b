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

    /** The properties whose values are in the record itself, in their order. */
    public List<Property> stored() {
        return properties.values().stream().filter(Property::isStored).toList();
    }
}
