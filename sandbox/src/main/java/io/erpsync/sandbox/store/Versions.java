package io.erpsync.sandbox.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map that remembers the last few values of each key with their times. Not safe for several
 * threads: its owner guards it.
 */
public final class Versions<K, V> {

    /** Enough for the writes of a stale read's few seconds, and little for thousands of records. */
    private static final int KEPT = 12;

    private final SortedMap<K, Deque<Version<V>>> records;

    public Versions(Comparator<? super K> order) {
        records = new TreeMap<>(order);
    }

    public void put(K key, V value, Instant at) {
        add(key, new Version<>(value, at));
    }

    public void remove(K key, Instant at) {
        add(key, new Version<>(null, at));
    }

    public @Nullable V get(K key) {
        return get(key, null);
    }

    /** The value at a past moment, or now when {@code asOf} is absent. */
    public @Nullable V get(K key, @Nullable Instant asOf) {
        Deque<Version<V>> versions = records.get(key);
        return versions == null ? null : at(versions, asOf);
    }

    /** All values in key order, at a past moment or now. */
    public List<V> values(@Nullable Instant asOf) {
        List<V> values = new ArrayList<>(records.size());
        for (Deque<Version<V>> versions : records.values()) {
            V value = at(versions, asOf);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private void add(K key, Version<V> version) {
        Deque<Version<V>> versions = records.computeIfAbsent(key, _ -> new ArrayDeque<>(2));
        versions.addLast(version);
        if (versions.size() > KEPT) {
            versions.removeFirst();
        }
    }

    private static <V> @Nullable V at(Deque<Version<V>> versions, @Nullable Instant asOf) {
        if (asOf == null) {
            return versions.getLast().value();
        }
        V found = null;
        for (Version<V> version : versions) {
            if (!version.from().isAfter(asOf)) {
                found = version.value();
            }
        }
        return found;
    }

    private record Version<V>(@Nullable V value, Instant from) {}
}
