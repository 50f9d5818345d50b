package io.erpsync.model;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of one record by name, in name order, so that equal records are equal and print alike.
 * A field that is present with {@link Value.Empty} says "there is no value"; a field that is absent
 * says nothing.
 */
public record Fields(SortedMap<String, Value> values) {

    public static final Fields NONE = new Fields(new TreeMap<>());

    public Fields {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Fields of(Map<String, Value> values) {
        return new Fields(new TreeMap<>(values));
    }

    /** The value under {@code name}; {@link Value.Empty} when the field is absent. */
    public Value get(String name) {
        return values.getOrDefault(name, Value.empty());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Set<String> names() {
        return values.keySet();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** These fields with one more, or with another value for it. */
    public Fields with(String name, Value value) {
        TreeMap<String, Value> copy = new TreeMap<>(values);
        copy.put(name, value);
        return new Fields(copy);
    }

    /** These fields, overlaid by {@code others}. */
    public Fields with(Fields others) {
        TreeMap<String, Value> copy = new TreeMap<>(values);
        copy.putAll(others.values);
        return new Fields(copy);
    }

    /** These fields without the one called {@code name}. */
    public Fields without(String name) {
        TreeMap<String, Value> copy = new TreeMap<>(values);
        copy.remove(name);
        return new Fields(copy);
    }

    /** Only the fields whose names are in {@code names}. */
    public Fields only(Set<String> names) {
        TreeMap<String, Value> copy = new TreeMap<>(values);
        copy.keySet().retainAll(names);
        return new Fields(copy);
    }
}
