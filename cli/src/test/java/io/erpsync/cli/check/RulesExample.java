package io.erpsync.cli.check;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.rules.WhenDeleted;
import io.erpsync.model.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules of a customer that is created and kept by Lime. */
final class RulesExample {

    private RulesExample() {}

    static ObjectRules with(LimeProperties properties, boolean trigger) {
        return rules(
                properties,
                trigger,
                new Directions(Set.of(Side.LIME), Set.of(Side.LIME)),
                List.of(MappingEntry.of("name", "Name")));
    }

    static ObjectRules with(Directions directions, List<MappingEntry> mapping) {
        return rules(LimeProperties.DEFAULT, true, directions, mapping);
    }

    private static ObjectRules rules(
            LimeProperties properties,
            boolean trigger,
            Directions directions,
            List<MappingEntry> mapping) {
        return new ObjectRules(
                "company",
                "customer",
                "CustomerNumber",
                MappingEntry.of("registrationno", "OrganisationNumber"),
                MappingEntry.of("name", "Name"),
                directions,
                Set.of("name"),
                mapping,
                Matching.OFF,
                Side.LIME,
                true,
                trigger,
                WhenDeleted.KEEP,
                properties,
                Map.of(),
                Map.of());
    }
}
