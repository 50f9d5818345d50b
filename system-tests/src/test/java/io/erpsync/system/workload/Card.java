package io.erpsync.system.workload;

import io.erpsync.system.Sides;
import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.Expected;
import io.erpsync.system.evidence.Fate;
import io.erpsync.system.evidence.Write;
import tools.jackson.databind.JsonNode;

/** A record that a person made, and what is expected of it now. Of one thread. */
final class Card {

    private final Sides sides;
    private final String madeIn;
    private final String madeAs;
    private Fate fate;
    private boolean wasRefusable;
    private String words = "";
    private String id = "";
    private String number = "";

    private Card(Sides sides, String madeIn, String madeAs, Fate fate) {
        this.sides = sides;
        this.madeIn = madeIn;
        this.madeAs = madeAs;
        this.fate = fate;
    }

    static Card inLime(Sides sides, String id, Fate fate) {
        Card card = new Card(sides, Write.LIME, id, fate);
        card.id = id;
        return card;
    }

    static Card inErp(Sides sides, String number, Fate fate) {
        Card card = new Card(sides, Write.FORTNOX, number, fate);
        card.number = number;
        return card;
    }

    void fate(Fate now, String told) {
        fate = now;
        wasRefusable |= now == Fate.REFUSED;
        words = told;
    }

    Fate fate() {
        return fate;
    }

    Expected expected() {
        return new Expected(madeIn, madeAs, fate, wasRefusable, words);
    }

    /** Its id in Lime; empty while it is not there. */
    String id() {
        if (id.isEmpty()) {
            for (JsonNode company : sides.companies()) {
                if (company.path(Evidence.NUMBER).asString("").equals(number)) {
                    id = company.path("_id").asString("");
                }
            }
        }
        return id;
    }

    /** Its number in the ERP; empty while it is not there. */
    String number() {
        if (number.isEmpty()) {
            number = sides.number(id);
        }
        return number;
    }
}
