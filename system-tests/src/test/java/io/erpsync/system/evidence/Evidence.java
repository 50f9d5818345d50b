package io.erpsync.system.evidence;

import io.erpsync.system.Directions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What really happened in one connection.
 *
 * @param stop when its ERP did not answer; null where it always did
 * @param companies the cards by id, with their fields as they are now
 * @param customers the ERP's records by number
 * @param writes the ledger of both sides, oldest first
 * @param moves the statuses that each card had
 * @param hits which requests of the services faults hit
 * @param oldCompanies the cards that existed before the connection, and that nobody touched
 * @param oldCustomers the same of the ERP
 */
public record Evidence(
        String connection,
        Directions directions,
        @Nullable Stop stop,
        List<FieldPair> mapping,
        Map<String, Map<String, String>> companies,
        Map<String, Map<String, String>> customers,
        List<Write> writes,
        Map<String, List<Move>> moves,
        List<Hit> hits,
        List<Expected> expected,
        Set<String> oldCompanies,
        Set<String> oldCustomers) {

    /** Enough for a decision and a write after the read that led to it. */
    private static final Duration SHORTLY = Duration.ofSeconds(10);

    public static final String NUMBER = "erp_id";
    public static final String STATUS = "erp_status";
    public static final String TEXT = "erp_errormessage";
    public static final String KEY = "ExternalReference";

    /** The field of a company; empty where there is no such company. */
    public String company(String id, String field) {
        return companies.getOrDefault(id, Map.of()).getOrDefault(field, "");
    }

    public String customer(String number, String field) {
        return customers.getOrDefault(number, Map.of()).getOrDefault(field, "");
    }

    /** The option's key that means none is no status. */
    public String status(String id) {
        String status = company(id, STATUS);
        return status.equals("empty") ? "" : status;
    }

    public List<Write> writesTo(String system, String id, Predicate<Write> which) {
        return writes.stream().filter(write -> write.isOf(system, id)).filter(which).toList();
    }

    /** The cards that carry that number. */
    public List<String> holders(String number) {
        return companies.entrySet().stream()
                .filter(entry -> entry.getValue().getOrDefault(NUMBER, "").equals(number))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The customer number of each card that has one and whose customer exists. */
    public Map<String, String> linked() {
        Map<String, String> linked = new LinkedHashMap<>();
        companies.forEach(
                (id, fields) -> {
                    String number = fields.getOrDefault(NUMBER, "");
                    if (customers.containsKey(number)) {
                        linked.put(id, number);
                    }
                });
        return linked;
    }

    /**
     * The last write of a person that changed that field, or nothing. Saving what is there already
     * is no edit.
     */
    public @Nullable Write lastByPerson(String system, String id, String field) {
        List<Write> all = writesTo(system, id, write -> true);
        String held = all.stream().anyMatch(Write::creates) ? "" : null;
        Write last = null;
        for (Write write : all) {
            String told = write.fields().get(field);
            if (told != null && !write.byUs() && !told.equals(held)) {
                last = write;
            }
            held = told == null ? held : told;
        }
        return last;
    }

    public boolean setsMapped(Write write) {
        return !mapped(write).isEmpty();
    }

    /** The values of mapped fields that it set, by their names there. */
    public Map<String, String> mapped(Write write) {
        Map<String, String> values = new LinkedHashMap<>(write.fields());
        values.keySet().retainAll(mapping.stream().map(field -> name(field, write)).toList());
        return values;
    }

    public boolean setsWatched(Write write) {
        return mapping.stream()
                .filter(FieldPair::watched)
                .anyMatch(field -> write.fields().containsKey(name(field, write)));
    }

    /**
     * The writes by us whose mapped values the record all held already, and not by a person's doing
     * that could not be known. Creates hold nothing.
     */
    public List<Write> changingNothing(String system, String id) {
        Map<String, String> held = new LinkedHashMap<>();
        Unknown unknown = new Unknown(system.equals(Write.FORTNOX) && !directions.updateFromErp());
        List<Write> idle = new ArrayList<>();
        for (Write write : writesTo(system, id, _ -> true)) {
            boolean changes =
                    mapping.stream()
                            .map(field -> name(field, write))
                            .filter(write.fields()::containsKey)
                            .anyMatch(
                                    name ->
                                            !write.fields()
                                                    .getOrDefault(name, "")
                                                    .equals(held.getOrDefault(name, "")));
            boolean known = !unknown.holds(write);
            if (write.byUs() && !write.creates() && setsMapped(write) && !changes && known) {
                idle.add(write);
            }
            unknown.follow(write);
            held.putAll(write.fields());
        }
        return idle;
    }

    /** Whether an answer of the ERP shortly before that write showed the past. */
    public boolean pastWasShownBefore(Write write) {
        return hits.stream()
                .filter(
                        hit ->
                                hit.kind().equals("stale-read")
                                        && hit.system().equals(Write.FORTNOX))
                .map(Hit::at)
                .anyMatch(at -> !at.isAfter(write.at()) && at.isAfter(write.at().minus(SHORTLY)));
    }

    private static String name(FieldPair field, Write write) {
        return write.system().equals(Write.LIME) ? field.lime() : field.erp();
    }
}
