package io.erpsync.system.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened to a card and its customer, so that a finding can be understood. */
public final class Chronicle {

    private Chronicle() {}

    private record Line(Instant at, String text) {}

    /** What happened around each record that was found wrong, oldest first; one line each. */
    public static String of(Run run, List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.connection() + " " + finding.record())
                .distinct()
                .map(record -> "\n" + record + "\n" + of(run, record))
                .collect(Collectors.joining());
    }

    private static String of(Run run, String record) {
        String[] words = record.split(" ", -1);
        return run.connections().stream()
                .filter(evidence -> words.length == 3 && evidence.connection().equals(words[0]))
                .map(evidence -> of(evidence, words[1], words[2]))
                .collect(Collectors.joining());
    }

    private static String of(Evidence evidence, String system, String id) {
        Map<String, String> linked = evidence.linked();
        String card = id;
        String number = linked.getOrDefault(id, "none");
        if (system.equals(Write.FORTNOX)) {
            number = id;
            card =
                    linked.entrySet().stream()
                            .filter(link -> link.getValue().equals(id))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("none");
        }
        return lines(evidence, card, number).stream()
                .sorted(Comparator.comparing(Line::at))
                .map(line -> line.at() + " " + line.text() + "\n")
                .collect(Collectors.joining());
    }

    private static List<Line> lines(Evidence evidence, String card, String number) {
        List<Line> lines = new ArrayList<>();
        for (Write write : evidence.writes()) {
            if (write.isOf(Write.LIME, card) || write.isOf(Write.FORTNOX, number)) {
                lines.add(
                        new Line(
                                write.at(),
                                "%s %s %s by %s %s"
                                        .formatted(
                                                write.system(),
                                                write.operation(),
                                                write.id(),
                                                write.byUs() ? "us" : "a person",
                                                write.fields())));
            }
        }
        for (Move move : evidence.moves().getOrDefault(card, List.of())) {
            lines.add(new Line(move.at(), "status " + move.status() + " by " + move.setter()));
        }
        for (Hit hit : evidence.hits()) {
            if (hit.isOf(Write.LIME, card) || hit.isOf(Write.FORTNOX, number)) {
                lines.add(new Line(hit.at(), hit.kind() + ": " + hit.method() + " " + hit.path()));
            }
        }
        return lines;
    }
}
