package io.erpsync.system;

import java.util.ArrayList;
import java.util.List;

/** The direction matrix of a connection's customers: who may create them, who may change them. */
public record Directions(
        boolean createFromLime,
        boolean createFromErp,
        boolean updateFromLime,
        boolean updateFromErp) {

    public static final Directions STANDARD = new Directions(true, false, true, false);
    public static final Directions CREATED_IN_LIME_KEPT_BY_ERP =
            new Directions(true, false, false, true);
    public static final Directions CREATED_IN_BOTH_KEPT_BY_ERP =
            new Directions(true, true, false, true);
    public static final Directions ERP_ONLY = new Directions(false, true, false, true);
    public static final Directions BOTH_WAYS = new Directions(true, true, true, true);

    /** As a connection file says it; a named one by its name. */
    String lines() {
        String name = named();
        return name.isEmpty()
                ? "create-from: "
                        + sides(createFromLime, createFromErp)
                        + "\n    update-from: "
                        + sides(updateFromLime, updateFromErp)
                : "directions: " + name;
    }

    private String named() {
        if (equals(STANDARD)) {
            return "standard";
        }
        if (equals(CREATED_IN_LIME_KEPT_BY_ERP)) {
            return "created-in-lime-kept-by-erp";
        }
        if (equals(CREATED_IN_BOTH_KEPT_BY_ERP)) {
            return "created-in-both-kept-by-erp";
        }
        return equals(ERP_ONLY) ? "erp-only" : "";
    }

    private static String sides(boolean lime, boolean erp) {
        List<String> sides = new ArrayList<>();
        if (lime) {
            sides.add("lime");
        }
        if (erp) {
            sides.add("erp");
        }
        return sides.toString();
    }
}
