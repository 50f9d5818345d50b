package io.erpsync.cli.check;

import io.erpsync.cli.text.Ink;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that was looked at.
 *
 * @param found what was seen there
 * @param remedy what to do about it; empty when nothing need be done
 */
public record CheckLine(Mark mark, String subject, String found, String remedy) {

    private static final int SUBJECTS = 19;

    /** How it stands. */
    public enum Mark {
        OK("✔"),
        /** Worth knowing; nothing need be done. */
        NOTE("·"),
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

    static CheckLine note(String subject, String found, String remedy) {
        return new CheckLine(Mark.NOTE, subject, found, remedy);
    }

    static CheckLine warning(String subject, String found, String remedy) {
        return new CheckLine(Mark.WARNING, subject, found, remedy);
    }

    static CheckLine fault(String subject, String found, String remedy) {
        return new CheckLine(Mark.FAULT, subject, found, remedy);
    }

    /** All of it on one line. */
    public String sentence(Ink ink) {
        String line = " %-" + SUBJECTS + "s %s";
        return sign(ink)
                + line.formatted(subject, found)
                + (remedy.isEmpty() ? "" : ink.dim(" → " + remedy));
    }

    private String sign(Ink ink) {
        return switch (mark) {
            case OK -> ink.green(mark.sign);
            case NOTE -> ink.dim(mark.sign);
            case WARNING -> ink.yellow(mark.sign);
            case FAULT -> ink.red(mark.sign);
        };
    }

    /** What it comes to. */
    public static String sum(String connection, List<CheckLine> lines) {
        long faults = lines.stream().filter(line -> line.mark == Mark.FAULT).count();
        long warnings = lines.stream().filter(line -> line.mark == Mark.WARNING).count();
        return "%s: %s, %s; %s"
                .formatted(
                        connection,
                        counted(faults, "fault"),
                        counted(warnings, "warning"),
                        faults == 0 ? "it would work" : "it would not work as it is");
    }

    private static String counted(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
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
