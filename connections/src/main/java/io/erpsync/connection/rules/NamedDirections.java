package io.erpsync.connection.rules;

import io.erpsync.model.Side;
import java.util.Locale;
import java.util.Set;

/** Direction matrices that have a name in configuration. */
public enum NamedDirections {
    STANDARD(Set.of(Side.LIME), Set.of(Side.LIME)),
    CREATED_IN_LIME_KEPT_BY_ERP(Set.of(Side.LIME), Set.of(Side.ERP)),
    CREATED_IN_BOTH_KEPT_BY_ERP(Set.of(Side.LIME, Side.ERP), Set.of(Side.ERP)),
    ERP_ONLY(Set.of(Side.ERP), Set.of(Side.ERP));

    private final Directions directions;

    NamedDirections(Set<Side> createFrom, Set<Side> updateFrom) {
        this.directions = new Directions(createFrom, updateFrom);
    }

    public Directions directions() {
        return directions;
    }

    /** The word in configuration, such as {@code created-in-lime-kept-by-erp}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
