package io.erpsync.system.shows;

import io.erpsync.system.Sides;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What all cards of a pair say together. */
final class Cards {

    private Cards() {}

    /** How many cards there are of each status. */
    static Map<String, Long> byStatus(Sides sides) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode company : sides.companies()) {
            String status = company.path("erp_status").asString("");
            counts.merge(status.isEmpty() ? "empty" : status, 1L, Long::sum);
        }
        return counts;
    }

    static boolean allSynced(Sides sides) {
        return byStatus(sides).keySet().equals(java.util.Set.of("synced"));
    }

    /** Every customer belongs to one card and every card has one of its own. */
    static List<String> pairing(Sides sides) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (JsonNode company : sides.companies()) {
            String id = company.path("_id").asString("");
            String number = company.path("erp_id").asString("");
            if (number.isEmpty()) {
                wrong.add("company " + id + " has no number");
                continue;
            }
            String other = owners.put(number, id);
            if (other != null) {
                wrong.add("companies " + other + " and " + id + " share number " + number);
            }
        }
        Map<String, String> marks = new HashMap<>();
        for (JsonNode customer : sides.customers()) {
            String number = customer.path("CustomerNumber").asString("");
            String mark = customer.path("ExternalReference").asString("");
            if (owners.remove(number) == null) {
                wrong.add("customer " + number + " is an orphan: no card has its number");
            }
            String twin = mark.isEmpty() ? null : marks.put(mark, number);
            if (twin != null) {
                wrong.add("customers " + twin + " and " + number + " are one card's");
            }
        }
        owners.forEach((number, id) -> wrong.add("company " + id + " names no customer " + number));
        return wrong;
    }
}
