package io.erpsync.system.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened to a card and its customer, so that a finding can be understood. */
public final class Chronicle {

    private Chronicle() {}

    private record Line(Instant at, String text) {}

    /** A card and its customer; either is empty where there is none. */
    private record Couple(String card, String number) {}

    /** Each finding, and what happened to its record on both sides; oldest first, one line each. */
    public static String of(Run run, List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding + "\n" + of(run, finding))
                .collect(Collectors.joining("\n"));
    }

    private static String of(Run run, Finding finding) {
        return run.connections().stream()
                .filter(evidence -> evidence.connection().equals(finding.connection()))
                .flatMap(evidence -> couples(evidence, finding.record()).map(c -> of(evidence, c)))
                .collect(Collectors.joining("\n"));
    }

    /** Findings name a system and an id, an id alone, or a card and its customer. */
    private static Stream<Couple> couples(Evidence evidence, String record) {
        Map<String, String> linked = evidence.linked();
        return Stream.of(record.split("[ =]+", -1))
                .flatMap(
                        id ->
                                Stream.concat(
                                        Stream.of(id)
                                                .filter(evidence.companies()::containsKey)
                                                .filter(_ -> !record.startsWith(Write.FORTNOX))
                                                .map(
                                                        c ->
                                                                new Couple(
                                                                        c,
                                                                        linked.getOrDefault(
                                                                                c, ""))),
                                        Stream.of(id)
                                                .filter(evidence.customers()::containsKey)
                                                .filter(_ -> !record.startsWith(Write.LIME))
                                                .map(n -> new Couple(card(linked, n), n))))
                .distinct();
    }

    private static String card(Map<String, String> linked, String number) {
        return linked.entrySet().stream()
                .filter(link -> link.getValue().equals(number))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static String of(Evidence evidence, Couple couple) {
        Stream<Line> writes =
                evidence.writes().stream()
                        .filter(
                                write ->
                                        write.isOf(Write.LIME, couple.card())
                                                || write.isOf(Write.FORTNOX, couple.number()))
                        .map(write -> new Line(write.at(), told(write)));
        Stream<Line> moves =
                evidence.moves().getOrDefault(couple.card(), List.of()).stream()
                        .map(m -> new Line(m.at(), "status " + m.status() + " by " + m.setter()));
        Stream<Line> hits =
                evidence.hits().stream()
                        .filter(
                                hit ->
                                        hit.isOf(Write.LIME, couple.card())
                                                || hit.isOf(Write.FORTNOX, couple.number())
                                                || hit.method().equals("POST"))
                        .map(h -> new Line(h.at(), h.kind() + ": " + h.method() + " " + h.path()));
        return Stream.of(writes, moves, hits)
                .flatMap(lines -> lines)
                .sorted(Comparator.comparing(Line::at))
                .map(line -> line.at() + " " + line.text())
                .collect(Collectors.joining("\n", couple + "\n", "\n"));
    }

    private static String told(Write write) {
        return "%d %s %s %s by %s %s"
                .formatted(
                        write.seq(),
                        write.system(),
                        write.operation(),
                        write.id(),
                        write.byUs() ? "us" : "a person",
                        write.fields());
    }
}
