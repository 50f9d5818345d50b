package io.erpsync.system;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a stack consists of where it differs from the usual. Every {@code with...} gives a changed
 * copy.
 *
 * @param code other code for a service, such as a {@link MutatedService}
 * @param properties further settings, by service
 * @param limits the requests that each system allows and its services are told to keep to
 */
public record StackPlan(
        List<Pair> pairs,
        Map<String, ServiceCode> code,
        Map<String, Map<String, String>> properties,
        Map<String, Limit> limits) {

    /** So many requests in any such stretch of time. */
    public record Limit(int requests, int seconds) {}

    public StackPlan {
        pairs = List.copyOf(pairs);
        code = new TreeMap<>(code);
        properties = new TreeMap<>(properties);
        limits = new TreeMap<>(limits);
    }

    /** Limits that do not get in the way. */
    public static StackPlan of(Pair... pairs) {
        return new StackPlan(
                List.of(pairs),
                Map.of(),
                Map.of(),
                Map.of("lime", new Limit(60_000, 300), "fortnox", new Limit(500, 5)));
    }

    public StackPlan withCode(String service, ServiceCode other) {
        Map<String, ServiceCode> more = new TreeMap<>(code);
        more.put(service, other);
        return new StackPlan(pairs, more, properties, limits);
    }

    public StackPlan withProperty(String service, String key, String value) {
        Map<String, Map<String, String>> more = new TreeMap<>(properties);
        Map<String, String> own = new TreeMap<>(more.getOrDefault(service, Map.of()));
        own.put(key, value);
        more.put(service, own);
        return new StackPlan(pairs, code, more, limits);
    }

    public StackPlan withLimit(String system, int requests, int seconds) {
        Map<String, Limit> more = new TreeMap<>(limits);
        more.put(system, new Limit(requests, seconds));
        return new StackPlan(pairs, code, properties, more);
    }
}
