package io.erpsync.system.shows;

import io.erpsync.schemas.message.ControlAction;
import io.erpsync.system.Pair;
import io.erpsync.system.Sides;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One row of docs/what-happens.md with a company of its own. */
final class Scenario {

    private static final String SYNC_USER = "2701";
    private static final String LONG_AGO = "2025-11-03T10:00:00Z";
    private static final String PRESSED = "The button is pressed";
    private static final String LIME_EDIT = "City is edited in Lime";
    private static final String ERP_EDIT = "City is edited in the ERP";
    private static final String ERP_NEW = "A customer is new in the ERP";
    private static final String NEVER_SENT = "`empty`, never sent";
    private static final String JOINED = "`empty`, joined";
    private static final String SYNCED = "`synced`";
    private static final String ASKED = "`readyforfirstsync`";
    private static final String FLAGGED = "`updatesmade`";

    private static final List<List<String>> ACTS =
            List.of(
                    List.of(PRESSED, NEVER_SENT),
                    List.of(PRESSED, JOINED),
                    List.of(LIME_EDIT, NEVER_SENT),
                    List.of(LIME_EDIT, JOINED),
                    List.of(LIME_EDIT, ASKED),
                    List.of(LIME_EDIT, FLAGGED),
                    List.of(LIME_EDIT, SYNCED),
                    List.of(ERP_NEW, "no card"),
                    List.of(ERP_EDIT, JOINED),
                    List.of(ERP_EDIT, FLAGGED),
                    List.of(ERP_EDIT, SYNCED));

    private final Stage stage;
    private final Sides sides;
    private final WhatHappens.Row row;
    private final String name;
    private String card = "";
    private String number = "";
    private int movesBefore;
    private long writesBefore;
    private boolean acted;

    private Scenario(Stage stage, Pair pair, WhatHappens.Row row, int index) {
        this.stage = stage;
        this.sides = stage.stack().sides(pair);
        this.row = row;
        this.name = "Bakery " + index;
    }

    /** One for each row of the pair's directions that can be brought about from outside. */
    static List<Scenario> of(Stage stage, Pair pair, WhatHappens document) {
        List<Scenario> scenarios = new ArrayList<>();
        for (List<String> act : ACTS) {
            WhatHappens.Row row = document.row(pair.directions(), act.getFirst(), act.getLast());
            scenarios.add(new Scenario(stage, pair, row, scenarios.size()));
        }
        return scenarios;
    }

    boolean isOf(Pair pair) {
        return sides.pair().equals(pair);
    }

    boolean isJoined() {
        return is(JOINED);
    }

    /**
     * Whether the card asks for a sync when the act comes, which only a paused connection shows.
     */
    boolean isHeld() {
        return is(ASKED) || is(FLAGGED);
    }

    private boolean is(String before) {
        return row.before().startsWith(before);
    }

    /** Puts a customer there before the connection goes live, so that it makes no card. */
    void seed() {
        if (is(JOINED)) {
            Map<String, Object> fields = new TreeMap<>(Map.of("Name", name, "City", "UMEA"));
            fields.put("_modified", LONG_AGO);
            number = sides.seedInErp(fields);
        }
    }

    /** Brings the card where the row begins, as far as the connection does that by itself. */
    void furnish() {
        Map<String, Object> fields = new TreeMap<>(Map.of("name", name, "invoicecity", "Umea"));
        if (is(NEVER_SENT) || is(JOINED) || is(ASKED)) {
            card = sides.createInLime(fields);
        }
        if (is(SYNCED) || is(FLAGGED)) {
            if (sides.pair().directions().createFromLime()) {
                card = sides.createInLime(fields);
                sides.press(card);
            } else {
                number = sides.createInErp(Map.of("Name", name, "City", "UMEA"));
            }
        }
    }

    List<String> unready() {
        if (!is(SYNCED) && !is(FLAGGED)) {
            return List.of();
        }
        card = card.isEmpty() ? cardOf(number) : card;
        number = number.isEmpty() && !card.isEmpty() ? sides.number(card) : number;
        boolean ready = !card.isEmpty() && !number.isEmpty() && sides.status(card).equals("synced");
        return ready ? List.of() : List.of(this + " is not synced");
    }

    void join() {
        stage.topics().ask(sides.pair(), ControlAction.LINK, card, number);
    }

    /** Has the card ask while the connection is paused. */
    void hold() {
        if (is(ASKED)) {
            sides.press(card);
        } else {
            sides.editInLime(card, Map.of("name", "New " + name));
        }
    }

    void act() {
        movesBefore = ourMoves().size();
        writesBefore = erpWrites();
        acted = true;
        switch (row.act()) {
            case PRESSED -> sides.press(card);
            case LIME_EDIT -> sides.editInLime(card, Map.of("invoicecity", "Lund"));
            case ERP_EDIT -> sides.editInErp(number, Map.of("City", "OSLO"));
            case ERP_NEW -> number = sides.createInErp(Map.of("Name", name, "City", "OSLO"));
            default -> throw new IllegalStateException("no act is called " + row.act());
        }
    }

    /** What differs from the row so far, where the act was made. */
    List<String> openDifferences() {
        return acted ? differences() : List.of();
    }

    /** What differs from the row. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        String at = row.act().equals(ERP_NEW) ? cardOf(number) : card;
        JsonNode held = at.isEmpty() ? null : sides.inLime(at);
        compare(differences, "status", row.status(), held == null ? "" : status(held));
        compare(differences, "city", row.city(), held == null ? "" : city(held));
        compare(differences, "text", withoutReference(row.text()), text(held));
        List<String> moves = ourMoves();
        if (!row.act().equals(ERP_NEW)) {
            List<String> since = moves.subList(movesBefore, moves.size());
            compare(differences, "statuses written", "" + row.moves(), "" + since);
        }
        compare(
                differences,
                "writes in Fortnox",
                "" + row.erpWrites(),
                "" + (erpWrites() - writesBefore));
        return differences;
    }

    private void compare(List<String> differences, String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            differences.add(this + ": " + what + " '" + actual + "', not '" + expected + "'");
        }
    }

    private List<String> ourMoves() {
        return card.isEmpty()
                ? List.of()
                : sides.statuses(card).stream()
                        .filter(entry -> entry.path("setter").asString("").equals(SYNC_USER))
                        .map(entry -> entry.path("status").asString(""))
                        .toList();
    }

    /** What we wrote to the customer that the card has now, or made for it. */
    private long erpWrites() {
        String own = number.isEmpty() && !card.isEmpty() ? sides.number(card) : number;
        return sides.ledger("fortnox").stream()
                .filter(entry -> !entry.path("caller").asString("").equals("page"))
                .filter(entry -> entry.path("id").asString("").equals(own))
                .count();
    }

    private String cardOf(String erp) {
        return sides.companies().stream()
                .filter(company -> company.path("erp_id").asString("").equals(erp))
                .map(company -> company.path("_id").asString(""))
                .findFirst()
                .orElse("");
    }

    private static String status(JsonNode held) {
        String status = held.path("erp_status").asString("");
        return status.isEmpty() ? "empty" : status;
    }

    private static String city(JsonNode held) {
        return WhatHappens.upper(held.path("invoicecity").asString(""));
    }

    private static String text(@org.jspecify.annotations.Nullable JsonNode held) {
        return held == null ? "" : withoutReference(held.path("erp_errormessage").asString(""));
    }

    /** The reference to the dead letter is another one for each card. */
    private static String withoutReference(String text) {
        int bracket = text.lastIndexOf(" [");
        return bracket < 0 ? text : text.substring(0, bracket);
    }

    @Override
    public String toString() {
        return sides.pair().name() + ", " + row.act() + ", " + row.before();
    }
}
