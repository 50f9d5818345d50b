package io.erpsync.schemas.serde;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers of one registry, asked again once they are old: a registry that was emptied gives its ids
 * out anew, and what was remembered would then name another schema. Each serializer and
 * deserializer has its own, so that the ids of two registries never meet.
 */
final class Remembered<K, V> {

    private static final Logger LOGGER = LoggerFactory.getLogger(Remembered.class);

    private final ConcurrentHashMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final long refreshNanos;
    private final LongSupplier nanoTime;

    Remembered(Duration refreshAfter, LongSupplier nanoTime) {
        this.refreshNanos = refreshAfter.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * The remembered value, or what {@code ask} says, which is given the old value if there is one.
     * An old value serves on while the registry is unavailable.
     */
    V get(K key, UnaryOperator<@Nullable V> ask) {
        Entry<V> old = entries.get(key);
        if (old != null && nanoTime.getAsLong() - old.at < refreshNanos) {
            return old.value;
        }
        V value;
        try {
            value = answer(key, old, ask);
        } catch (SchemaUnknown unknown) {
            entries.remove(key);
            throw unknown;
        }
        entries.put(key, new Entry<>(value, nanoTime.getAsLong()));
        return value;
    }

    private V answer(K key, @Nullable Entry<V> old, UnaryOperator<@Nullable V> ask) {
        if (old == null) {
            return asked(ask.apply(null));
        }
        try {
            V value = asked(ask.apply(old.value));
            if (!value.equals(old.value)) {
                LOGGER.atWarn()
                        .addKeyValue("asked", key.toString().lines().findFirst().orElse(""))
                        .log("The registry answers otherwise than before: it was emptied.");
            }
            return value;
        } catch (RegistryUnavailable unavailable) {
            LOGGER.atWarn()
                    .addKeyValue("reason", unavailable.getMessage())
                    .log("The registry could not be asked again; what it said before is used.");
            return old.value;
        }
    }

    private static <V> V asked(@Nullable V value) {
        if (value == null) {
            throw new IllegalStateException("no answer");
        }
        return value;
    }

    private record Entry<V>(V value, long at) {}
}
