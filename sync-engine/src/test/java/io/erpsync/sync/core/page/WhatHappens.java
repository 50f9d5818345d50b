package io.erpsync.sync.core.page;

import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.model.Side;
import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.Sketch;
import io.erpsync.sync.core.decide.Decider;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.core.world.LimeStore;
import io.erpsync.sync.core.world.Temper;
import io.erpsync.sync.core.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes the page: each row is a run of the decision between a Lime and an ERP in memory. */
final class WhatHappens {

    private static final String INTRO =
            """
            # What happens when

            Made by running the decision (`WhatHappensTest`); not written by hand. One table for
            each direction matrix: where the card stood, what a user did, every command that
            followed on either side in its order, and what the card says in the end.

            The company is "Bakery" in "Umea" on both sides where it is on both; edits change the city
            to "Lund" (in Lime) or "Oslo" (in the ERP, which writes cities in capitals). A card in
            `updatesmade` or `inprocess` has a changed name, "New Bakery", that is on its way. The Lime
            application flags edits of watched properties by itself, edits that the matrix does not
            let through are put back, and matching is on its default, `report`. "time" stands for the
            time of the last sync, on a first sync that of the first too.

            A dash means that nothing is read or written. A card that asks for a sync (`readyforfirstsync`,
            `updatesmade`) is answered in every row, whatever the matrix says.

            """;

    private WhatHappens() {}

    static String page() {
        StringBuilder page = new StringBuilder(INTRO);
        for (NamedDirections named : NamedDirections.values()) {
            table(page, "`" + named.word() + "`", Sketch.of(named.directions()));
        }
        table(page, "Both sides may create and update", Fixtures.bothWays());
        return page.toString().stripTrailing() + "\n";
    }

    private static void table(StringBuilder page, String title, Sketch sketch) {
        page.append("## ").append(title).append("\n\n");
        page.append("create-from: ").append(sides(sketch.directions().createFrom()));
        page.append(" · update-from: ").append(sides(sketch.directions().updateFrom()));
        page.append("\n\n");
        page.append("| Card before | In the ERP | In Lime | Card after | Text on the card |\n");
        page.append("|---|---|---|---|---|\n");
        for (Happening happening : Happening.values()) {
            page.append("| **").append(happening.words).append("** | | | | |\n");
            for (Situation situation : Situation.values()) {
                if (happening.possible.test(situation)) {
                    page.append(row(situation, happening, sketch.rules()));
                }
            }
        }
        page.append('\n');
    }

    private static String row(Situation situation, Happening happening, Rules rules) {
        World world = new World(rules, Decider::decide, Temper.CALM);
        situation.set(world);
        happening.act.accept(world);
        world.run();
        OrderWords words = new OrderWords(rules);
        List<String> cells = new ArrayList<>();
        cells.add(situation.words);
        cells.add(words.of(world.journal().orders(), Side.ERP));
        cells.add(words.of(world.journal().orders(), Side.LIME));
        LimeStore.Card card = world.lime().card(Situation.CARD);
        cells.add(
                card == null
                        ? "no card"
                        : "`"
                                + world.lime().status(Situation.CARD).key()
                                + "`, city \""
                                + card.fields().get("city").shown()
                                + "\"");
        cells.add(card == null ? "" : card.fields().get("erp_errormessage").shown());
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String sides(Set<Side> sides) {
        return sides.stream()
                .sorted()
                .map(side -> side.name().toLowerCase(java.util.Locale.ROOT))
                .toList()
                .toString();
    }
}
