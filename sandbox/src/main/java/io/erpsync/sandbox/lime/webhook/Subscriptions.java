package io.erpsync.sandbox.lime.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The subscriptions of one application; safe for several threads. */
public final class Subscriptions {

    private final SortedMap<Long, Subscription> byId = new TreeMap<>();
    private long last;

    /** Adds the subscription made for the next free id. */
    public synchronized Subscription add(LongFunction<Subscription> withId) {
        last++;
        Subscription added = withId.apply(last);
        byId.put(last, added);
        return added;
    }

    public synchronized @Nullable Subscription get(long id) {
        return byId.get(id);
    }

    public synchronized void replace(Subscription subscription) {
        byId.put(subscription.id(), subscription);
    }

    public synchronized boolean remove(long id) {
        return byId.remove(id) != null;
    }

    public synchronized List<Subscription> all() {
        return new ArrayList<>(byId.values());
    }
}
