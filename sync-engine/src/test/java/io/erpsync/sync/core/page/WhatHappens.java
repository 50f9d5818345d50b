package io.erpsync.sync.core.page;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.model.Side;
import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.Sketch;
import io.erpsync.sync.core.decide.Decider;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.core.text.CardText;
import io.erpsync.sync.core.world.LimeStore;
import io.erpsync.sync.core.world.Temper;
import io.erpsync.sync.core.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

            A dash means that nothing is read or written. Lime offers the button on cards in `empty` and
            `error` only. A refusal that no card can tell of is a dead letter; its text stands in the last
            column. A card that asks for a sync (`readyforfirstsync`, `updatesmade`) is answered in every
            row, whatever the matrix says.

            """;

    private WhatHappens() {}

    static String page() {
        Map<Directions, String> named = names();
        StringBuilder page = new StringBuilder(INTRO);
        named.forEach((directions, name) -> table(page, name, directions));
        for (Sketch sketch : Fixtures.everyMatrix()) {
            Directions directions = sketch.directions();
            if (!named.containsKey(directions)) {
                table(page, matrix(directions), directions);
            }
        }
        return page.toString().stripTrailing() + "\n";
    }

    /** The matrices that have a name, and the one that needs a warning, come first. */
    private static Map<Directions, String> names() {
        Map<Directions, String> names = new LinkedHashMap<>();
        for (NamedDirections named : NamedDirections.values()) {
            names.put(named.directions(), "`" + named.word() + "`: " + matrix(named.directions()));
        }
        Directions bothWays = Fixtures.bothWays().directions();
        names.put(bothWays, "Both sides create and update: " + matrix(bothWays));
        return names;
    }

    private static String matrix(Directions directions) {
        return "create-from "
                + sides(directions.createFrom())
                + ", update-from "
                + sides(directions.updateFrom());
    }

    private static void table(StringBuilder page, String title, Directions directions) {
        Rules rules = Sketch.of(directions).rules();
        page.append("## ").append(title).append("\n\n");
        page.append("| Card before | In the ERP | In Lime | Card after | Text on the card |\n");
        page.append("|---|---|---|---|---|\n");
        for (Happening happening : Happening.values()) {
            page.append("| **").append(happening.words).append("** | | | | |\n");
            for (Situation situation : Situation.values()) {
                if (happening.possible.test(situation)) {
                    page.append(row(situation, happening, rules));
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
        cells.add(world.lime().card(Situation.CARD) == null ? "no card" : card(world));
        cells.add(text(world, rules));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String card(World world) {
        return "`"
                + world.lime().status(Situation.CARD).key()
                + "`, city \""
                + onCard(world, "city")
                + "\"";
    }

    private static String text(World world, Rules rules) {
        String onCard = onCard(world, rules.object().lime().errorText());
        return onCard.isEmpty()
                ? world.links().stream()
                        .flatMap(link -> deadLetter(link, rules))
                        .collect(Collectors.joining())
                : onCard;
    }

    private static Stream<String> deadLetter(Link link, Rules rules) {
        Problem problem = link.problem();
        return problem == null
                ? Stream.empty()
                : Stream.of("dead letter: " + CardText.of(problem, link.id(), rules));
    }

    private static String onCard(World world, String property) {
        LimeStore.Card card = world.lime().card(Situation.CARD);
        return card == null ? "" : card.fields().get(property).shown();
    }

    private static String sides(Set<Side> sides) {
        return sides.stream()
                .sorted()
                .map(side -> side.name().toLowerCase(java.util.Locale.ROOT))
                .toList()
                .toString();
    }
}
