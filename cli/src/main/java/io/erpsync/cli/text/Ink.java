package io.erpsync.cli.text;

/** Colours where a person looks, plain text where not. */
public enum Ink {
    NONE,
    /** As terminals understand it. */
    ANSI;

    private static final String OFF = "\u001b[0m";

    /** For that person; {@code NO_COLOR} in the environment is obeyed. */
    public static Ink of(Person person) {
        String refused = System.getenv("NO_COLOR");
        return person.isThere() && (refused == null || refused.isEmpty()) ? ANSI : NONE;
    }

    public String green(String text) {
        return in("\u001b[32m", text);
    }

    public String yellow(String text) {
        return in("\u001b[33m", text);
    }

    public String red(String text) {
        return in("\u001b[31m", text);
    }

    public String dim(String text) {
        return in("\u001b[2m", text);
    }

    private String in(String colour, String text) {
        return this == ANSI ? colour + text + OFF : text;
    }
}
