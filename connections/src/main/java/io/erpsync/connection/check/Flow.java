package io.erpsync.connection.check;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.Side;

/** Which way the value of one mapping entry may travel under a matrix. */
record Flow(boolean toErp, boolean toLime) {

    static Flow of(MappingEntry entry, Directions directions) {
        boolean once = entry.when() == MappingEntry.When.CREATE;
        boolean readOnly = entry.lime() == null || entry.lime().contains(".");
        return new Flow(
                entry.owner() != Side.ERP && flows(Side.LIME, directions, once),
                entry.owner() != Side.LIME && !readOnly && flows(Side.ERP, directions, once));
    }

    private static boolean flows(Side from, Directions directions, boolean once) {
        return directions.mayCreateFrom(from) || (!once && directions.mayUpdateFrom(from));
    }
}
