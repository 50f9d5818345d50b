package io.erpsync.connection.check;

import java.util.Collection;

/** Helps a person to the field that was meant. */
final class Names {

    private Names() {}

    /** A remedy for a name that no field has: the one that differs in case or begins alike. */
    static String near(String name, Collection<String> known) {
        for (String candidate : known) {
            if (candidate.equalsIgnoreCase(name)) {
                return "Did you mean '" + candidate + "'?";
            }
        }
        int most = 0;
        String near = "";
        for (String candidate : known) {
            int alike = alike(name, candidate);
            if (alike > most) {
                most = alike;
                near = candidate;
            }
        }
        return most > name.length() / 2
                ? "Did you mean '" + near + "'?"
                : "Create the field, or name another one.";
    }

    private static int alike(String one, String other) {
        int alike = 0;
        while (alike < Math.min(one.length(), other.length())
                && Character.toLowerCase(one.charAt(alike))
                        == Character.toLowerCase(other.charAt(alike))) {
            alike++;
        }
        return alike;
    }
}
