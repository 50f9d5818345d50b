package io.erpsync.polling.plan;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connector.Feed;
import io.erpsync.model.Side;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** Which feeds of an object type its rules need, and which fields of them. */
public final class PolledFeeds {

    private PolledFeeds() {}

    /**
     * Only feeds that somebody decides on. Lime is always read, for what asks there is answered
     * even where nothing may flow; an ERP is read for changes only where something may flow back,
     * and listed only where a record to be created is looked for there first, or where new records
     * of it are created in Lime: the list tells them from those that were there before.
     *
     * @param offered the feeds that the connector has
     */
    public static Set<Feed> of(Side side, ObjectRules rules, Set<Feed> offered) {
        Directions directions = rules.directions();
        Set<Feed> feeds = EnumSet.noneOf(Feed.class);
        switch (side) {
            case LIME -> feeds.addAll(EnumSet.of(Feed.CHANGES, Feed.STATUS, Feed.BASELINE));
            case ERP -> {
                if (directions.flowsBack()) {
                    feeds.add(Feed.CHANGES);
                }
            }
        }
        boolean lookedFor =
                rules.matching() != Matching.OFF && directions.mayCreateFrom(side.other());
        boolean followed = side == Side.ERP && directions.mayCreateFrom(Side.ERP);
        if (lookedFor || followed) {
            feeds.add(Feed.INDEX);
        }
        feeds.retainAll(offered);
        return feeds;
    }

    /** The fields on that side which the rules name, paths over a relation included. */
    public static Set<String> fields(Side side, ObjectRules rules) {
        Set<String> fields = new TreeSet<>();
        rules.mapping().forEach(entry -> add(fields, side, entry));
        add(fields, side, rules.registration());
        add(fields, side, rules.name());
        switch (side) {
            case LIME -> {
                fields.addAll(rules.propertiesSynced());
                fields.addAll(rules.whereLime().keySet());
                fields.add(rules.lime().number());
                fields.add(rules.lime().status());
                fields.add(rules.lime().errorText());
                fields.add(rules.lime().firstSynced());
                fields.add(rules.lime().lastSynced());
            }
            case ERP -> {
                fields.addAll(rules.whereErp().keySet());
                fields.add(rules.erpNumber());
            }
        }
        return fields;
    }

    private static void add(Set<String> fields, Side side, MappingEntry entry) {
        String lime = entry.lime();
        if (side == Side.ERP) {
            fields.add(entry.erp());
        } else if (lime != null) {
            fields.add(lime);
        }
    }
}
