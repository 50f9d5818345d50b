package io.erpsync.cli.check;

import java.util.Locale;
import java.util.Map;

/**
 * One thing that was looked at.
 *
 * @param found what was seen there
 * @param remedy what to do about it; empty when nothing need be done
 */
public record CheckLine(Mark mark, String subject, String found, String remedy) {

    private static final int SUBJECTS = 18;

    /** How it stands. */
    public enum Mark {
        OK("✔"),
        WARNING("!"),
        FAULT("✘");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }
    }

    static CheckLine ok(String subject, String found) {
        return new CheckLine(Mark.OK, subject, found, "");
    }

    static CheckLine warning(String subject, String found, String remedy) {
        return new CheckLine(Mark.WARNING, subject, found, remedy);
    }

    static CheckLine fault(String subject, String found, String remedy) {
        return new CheckLine(Mark.FAULT, subject, found, remedy);
    }

    /** All of it on one line. */
    public String sentence() {
        String line = mark.sign + " %-" + SUBJECTS + "s %s%s";
        return line.formatted(subject, found, remedy.isEmpty() ? "" : " → " + remedy);
    }

    /** For JSON. */
    public Map<String, String> shape() {
        return Map.of(
                "mark",
                mark.name().toLowerCase(Locale.ROOT),
                "subject",
                subject,
                "found",
                found,
                "remedy",
                remedy);
    }
}
