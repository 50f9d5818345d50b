package io.erpsync.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Says what is wrong on the two sides, from their records and the ledger alone. */
final class Judge {

    private final long seed;
    private final Sides sides;

    Judge(long seed, Sides sides) {
        this.seed = seed;
        this.sides = sides;
    }

    /** Empty when every guarantee that is looked at holds. */
    List<String> findings(List<Workload.Expected> companies) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (Workload.Expected company : companies) {
            JsonNode lime = sides.inLime(company.id());
            String status = lime.path("erp_status").asString("");
            String number = lime.path("erp_id").asString("");
            if (!status.equals("synced") || number.isEmpty()) {
                say(wrong, company, "is " + status + " with number '" + number + "'");
                continue;
            }
            String other = owners.put(number, company.id());
            if (other != null) {
                say(wrong, company, "shares number " + number + " with company " + other);
            }
            JsonNode erp = sides.inErp(number);
            same(wrong, company, company.name(), erp.path("Name").asString(""));
            same(wrong, company, company.phone(), erp.path("Phone1").asString(""));
        }
        creates(wrong, owners);
        closedDirection(wrong);
        return wrong;
    }

    private void creates(List<String> wrong, Map<String, String> owners) {
        for (JsonNode entry : sides.ledger("fortnox")) {
            String id = entry.path("id").asString("");
            if (entry.path("operation").asString("").equals("create") && !owners.containsKey(id)) {
                wrong.add("seed " + seed + ": customer " + id + " belongs to no company");
            }
        }
    }

    /** Updates from the ERP are closed: the sync user writes no data into Lime. */
    private void closedDirection(List<String> wrong) {
        for (JsonNode entry : sides.ledger("lime")) {
            if (entry.path("caller").asString("").equals("2701")
                    && (entry.path("fields").has("name") || entry.path("fields").has("phone"))) {
                wrong.add("seed " + seed + ": a closed direction was written: " + entry);
            }
        }
    }

    private void same(
            List<String> wrong, Workload.Expected company, String expected, String actual) {
        if (!expected.equals(actual)) {
            say(wrong, company, "has '" + expected + "', the ERP '" + actual + "'");
        }
    }

    private void say(List<String> wrong, Workload.Expected company, String what) {
        wrong.add("seed " + seed + ": company " + company.id() + " " + what);
    }
}
