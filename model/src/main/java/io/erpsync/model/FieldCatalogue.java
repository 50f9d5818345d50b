package io.erpsync.model;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every field that one type of one system has at the moment, by name. */
public record FieldCatalogue(
        SystemName system, String type, SortedMap<String, FieldDefinition> fields) {

    public FieldCatalogue {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public static FieldCatalogue of(
            SystemName system, String type, Collection<FieldDefinition> fields) {
        TreeMap<String, FieldDefinition> byName = new TreeMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return new FieldCatalogue(system, type, byName);
    }

    public @Nullable FieldDefinition field(String name) {
        return fields.get(name);
    }
}
