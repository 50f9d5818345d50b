package io.erpsync.connection.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Says which known word a person may have meant. */
public final class Suggestion {

    private static final int FEW = 12;

    private Suggestion() {}

    /**
     * A remark such as {@code known are lime and erp; did you mean 'lime'?}, the list left out when
     * it is long and a near word was found.
     */
    public static String among(Collection<String> known, String written) {
        Optional<String> near = nearest(known, written);
        String list = "known are " + String.join(", ", known);
        String question = near.map(word -> "did you mean '" + word + "'?").orElse("");
        if (near.isEmpty()) {
            return list;
        }
        return known.size() > FEW ? question : list + "; " + question;
    }

    private static Optional<String> nearest(Collection<String> known, String written) {
        String word = written.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        int allowed = Math.max(1, word.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(candidate, word)))
                .filter(candidate -> distance(candidate, word) <= allowed);
    }

    /** Edits between two words; letters that changed places count as one. */
    private static int distance(String known, String written) {
        String one = known.toLowerCase(Locale.ROOT);
        int[][] edits = new int[one.length() + 1][written.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= written.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : least(edits, one, written, i, j);
            }
        }
        return edits[one.length()][written.length()];
    }

    private static int least(int[][] edits, String one, String other, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least =
                Math.min(
                        Math.min(edits[i - 1][j] + 1, edits[i][j - 1] + 1),
                        edits[i - 1][j - 1] + change);
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
