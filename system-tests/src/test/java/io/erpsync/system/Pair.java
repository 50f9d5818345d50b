package io.erpsync.system;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One connection of a run: a Lime application and a Fortnox tenant of their own. Every {@code
 * with...} gives a changed copy.
 *
 * @param top keys of the connection file beside {@code connection}, {@code lime}, {@code erp} and
 *     {@code objects}, with their values as YAML
 * @param erp keys of its {@code erp} block
 * @param customer keys of its customers beside the directions
 * @param limeSwitches what the sandbox's application is created with
 * @param fortnoxSwitches what the sandbox's tenant is created with
 */
public record Pair(
        String name,
        String tenant,
        Directions directions,
        Map<String, String> top,
        Map<String, String> erp,
        Map<String, String> customer,
        Map<String, Object> limeSwitches,
        Map<String, Object> fortnoxSwitches) {

    static final String COMPANY = "556677-8899";
    static final String SYNC_USER = "2701";

    public Pair {
        top = new TreeMap<>(top);
        erp = new TreeMap<>(erp);
        customer = new TreeMap<>(customer);
        limeSwitches = new TreeMap<>(limeSwitches);
        fortnoxSwitches = new TreeMap<>(fortnoxSwitches);
    }

    /** A live connection polled each second, with a short settle time and a brake out of reach. */
    public static Pair of(String name, String tenant, Directions directions) {
        return new Pair(
                name,
                tenant,
                directions,
                Map.of(
                        "mode", "live",
                        "language", "en",
                        "poll", "{ every: 1s, status: 1s }",
                        "brake", "{ updates: 100000, percent: 100, clears: 100000 }"),
                Map.of("settle-time", "\"2\"", "clear-empty", "true"),
                Map.of(),
                Map.of(),
                Map.of(
                        "clientId",
                        Secrets.CLIENT,
                        "clientSecret",
                        Secrets.CLIENT_SECRET,
                        "organisationNumber",
                        COMPANY));
    }

    public Pair withTop(String key, String yaml) {
        return new Pair(
                name,
                tenant,
                directions,
                plus(top, key, yaml),
                erp,
                customer,
                limeSwitches,
                fortnoxSwitches);
    }

    public Pair withErp(String key, String yaml) {
        return new Pair(
                name,
                tenant,
                directions,
                top,
                plus(erp, key, yaml),
                customer,
                limeSwitches,
                fortnoxSwitches);
    }

    public Pair withCustomer(String key, String yaml) {
        return new Pair(
                name,
                tenant,
                directions,
                top,
                erp,
                plus(customer, key, yaml),
                limeSwitches,
                fortnoxSwitches);
    }

    public Pair withLimeSwitch(String key, Object value) {
        return new Pair(
                name,
                tenant,
                directions,
                top,
                erp,
                customer,
                plus(limeSwitches, key, value),
                fortnoxSwitches);
    }

    public Pair withFortnoxSwitch(String key, Object value) {
        return new Pair(
                name,
                tenant,
                directions,
                top,
                erp,
                customer,
                limeSwitches,
                plus(fortnoxSwitches, key, value));
    }

    /** Lime does not flag edits by itself; the engine is to see them by the values. */
    public Pair withoutTrigger() {
        return withLimeSwitch("trigger", false).withCustomer("lime-trigger", "false");
    }

    /** Lime flags an edit also while the record is in process. */
    public Pair withFlipWhileInProcess() {
        return withLimeSwitch("flipWhileInProcess", true);
    }

    /** The connection file, with the sandbox at {@code base}. */
    String file(String base) {
        Map<String, String> fortnox = new LinkedHashMap<>();
        fortnox.put("system", "fortnox");
        fortnox.put("url", base + "/fortnox");
        fortnox.put("auth-url", base + "/fortnox");
        fortnox.put("tenant", "\"" + tenant + "\"");
        fortnox.put("company", "\"" + COMPANY + "\"");
        fortnox.putAll(erp);
        return """
        connection: %s
        %slime: { url: %s/lime/%s, api-key: "${LIME_KEY}", sync-user: %s }
        erp:
        %sobjects:
          customer:
            %s
        %s"""
                .formatted(
                        name,
                        lines("", top),
                        base,
                        name,
                        SYNC_USER,
                        lines("  ", fortnox),
                        directions.lines(),
                        lines("    ", customer));
    }

    private static String lines(String indent, Map<String, String> keys) {
        return keys.entrySet().stream()
                .map(entry -> indent + entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static <T> Map<String, T> plus(Map<String, T> before, String key, T value) {
        Map<String, T> more = new TreeMap<>(before);
        more.put(key, value);
        return more;
    }
}
