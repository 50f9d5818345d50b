package io.erpsync.cli.command;

import io.erpsync.cli.settings.CannotRun;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What a person calls a link by: its whole id, or the beginning of it, eight characters or more, as
 * it stands on a card.
 */
record LinkName(String text) {

    private static final int ON_A_CARD = 8;
    private static final int SHOWN = 5;

    LinkName {
        // On a card it stands in brackets, and is copied with them.
        text = text.strip().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    boolean names(String id) {
        return id.equalsIgnoreCase(text)
                || (text.length() >= ON_A_CARD && id.toLowerCase(Locale.ROOT).startsWith(text));
    }

    /**
     * The one id among {@code ids} that is meant; ends the command with {@link CannotRun} when it
     * is none, or could be several. A whole id is meant before a longer one that begins alike.
     */
    String among(Collection<String> ids, String where) {
        List<String> named = ids.stream().distinct().filter(this::names).sorted().toList();
        return named.stream()
                .filter(id -> id.equalsIgnoreCase(text))
                .findFirst()
                .orElseGet(() -> single(named, where));
    }

    private String single(List<String> named, String where) {
        if (named.isEmpty()) {
            throw CannotRun.fault(
                    "there is no link '%s' %s%s"
                            .formatted(
                                    text,
                                    where,
                                    text.length() < ON_A_CARD
                                            ? "; give its id, or at least the %d characters that stand on the card"
                                                    .formatted(ON_A_CARD)
                                            : ""));
        }
        if (named.size() > 1) {
            String some = String.join(", ", named.subList(0, Math.min(SHOWN, named.size())));
            throw CannotRun.fault(
                    "'%s' can be %d links %s: %s%s; give more of the id"
                            .formatted(
                                    text,
                                    named.size(),
                                    where,
                                    some,
                                    named.size() > SHOWN ? ", ..." : ""));
        }
        return named.getFirst();
    }
}
