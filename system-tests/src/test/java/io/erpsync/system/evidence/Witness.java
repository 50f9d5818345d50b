package io.erpsync.system.evidence;

import io.erpsync.system.Sides;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes down what is to be seen of one connection, from the sandbox alone. */
public final class Witness {

    private Witness() {}

    /** What is so at this moment. */
    public static Evidence of(
            Sides sides,
            @Nullable Stop stop,
            List<FieldPair> mapping,
            List<Expected> expected,
            Set<String> oldCompanies,
            Set<String> oldCustomers) {
        Map<String, Map<String, String>> companies = new LinkedHashMap<>();
        Map<String, List<Move>> moves = new LinkedHashMap<>();
        for (JsonNode company : sides.companies()) {
            String id = company.path("_id").asString("");
            companies.put(id, Sides.values(company));
            moves.put(id, sides.statuses(id).stream().map(Witness::move).toList());
        }
        Map<String, Map<String, String>> customers = new LinkedHashMap<>();
        for (JsonNode customer : sides.customers()) {
            customers.put(customer.path("CustomerNumber").asString(""), Sides.values(customer));
        }
        return new Evidence(
                sides.pair().name(),
                sides.pair().directions(),
                stop,
                mapping,
                companies,
                customers,
                writes(sides),
                moves,
                sides.hits().stream().map(Witness::hit).toList(),
                expected,
                oldCompanies,
                oldCustomers);
    }

    /** The ledger of both sides, oldest first. */
    public static List<Write> writes(Sides sides) {
        List<JsonNode> entries = new ArrayList<>(sides.ledger(Write.LIME));
        entries.addAll(sides.ledger(Write.FORTNOX));
        return entries.stream()
                .map(Witness::write)
                .sorted(Comparator.comparingLong(Write::seq))
                .toList();
    }

    private static Write write(JsonNode entry) {
        return new Write(
                entry.path("seq").asLong(0),
                Instant.parse(entry.path("at").asString("")),
                entry.path("system").asString(""),
                entry.path("id").asString(""),
                entry.path("operation").asString(""),
                entry.path("caller").asString(""),
                Sides.values(entry.path("fields")));
    }

    private static Hit hit(JsonNode entry) {
        return new Hit(
                Instant.parse(entry.path("at").asString("")),
                entry.path("kind").asString(""),
                entry.path("system").asString(""),
                entry.path("method").asString(""),
                entry.path("path").asString(""));
    }

    private static Move move(JsonNode entry) {
        return new Move(
                entry.path("status").asString(""),
                Instant.parse(entry.path("at").asString("")),
                entry.path("setter").asString(""));
    }
}
