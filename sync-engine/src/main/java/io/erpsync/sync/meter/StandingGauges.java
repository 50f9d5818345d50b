package io.erpsync.sync.meter;

import io.erpsync.model.Side;
import io.erpsync.sync.core.release.Trouble;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The gauges of how connections stand, over all tasks of this process. */
final class StandingGauges {

    private final Map<String, List<Standing>> byTask = new TreeMap<>();
    private final List<Shown> shown = new ArrayList<>();

    private record Shown(MultiGauge gauge, Function<Standing, Stream<MultiGauge.Row<?>>> rows) {}

    StandingGauges(MeterRegistry registry) {
        shown(
                registry,
                "links",
                "Links with a record on both sides",
                one -> Stream.of(MultiGauge.Row.of(tags(one), one.gate().linked())));
        shown(
                registry,
                "in.flight",
                "Commands that are out and whose results are awaited",
                one ->
                        sides(
                                side ->
                                        MultiGauge.Row.of(
                                                tags(one, side),
                                                one.gate().lane(side).inFlight().size())));
        shown(
                registry,
                "queue",
                "Steps that wait for their release",
                one -> sides(side -> MultiGauge.Row.of(tags(one, side), one.tally().queued(side))));
        shown(
                registry,
                "holds",
                "Links that wait for something that comes by itself, or for a person",
                one -> byReason(one, one.tally().held()));
        shown(
                registry,
                "dead.letters",
                "Links with an open dead letter",
                one -> byReason(one, one.tally().deadLetters()));
        shown(
                registry,
                "paused",
                "1 while an operator has paused the connection, or too many refusals have",
                one -> one(one.gate().isClosed(), tags(one)));
        shown(
                registry,
                "trouble",
                "1 while a side of the connection does not take commands",
                StandingGauges::troubles);
        shown(
                registry,
                "braked",
                "1 while updates of a side wait for an operator, being too many",
                one ->
                        Arrays.stream(Side.values())
                                .filter(side -> one.gate().brake(side).isEngaged())
                                .map(side -> MultiGauge.Row.of(tags(one, side), 1)));
        shown(
                registry,
                "mapping.faults",
                "1 while the mapping does not fit the fields of both sides",
                one -> one(!one.fits(), tags(one)));
    }

    private void shown(
            MeterRegistry registry,
            String name,
            String description,
            Function<Standing, Stream<MultiGauge.Row<?>>> rows) {
        shown.add(
                new Shown(
                        MultiGauge.builder("erpsync.engine." + name)
                                .description(description)
                                .register(registry),
                        rows));
    }

    synchronized void show(String task, List<Standing> standings) {
        byTask.put(task, List.copyOf(standings));
        for (Shown each : shown) {
            each.gauge()
                    .register(
                            byTask.values().stream()
                                    .flatMap(List::stream)
                                    .<MultiGauge.Row<?>>flatMap(each.rows())
                                    .toList(),
                            true);
        }
    }

    private static Stream<MultiGauge.Row<?>> sides(Function<Side, MultiGauge.Row<?>> row) {
        return Arrays.stream(Side.values()).map(row);
    }

    private static Stream<MultiGauge.Row<?>> troubles(Standing one) {
        return Arrays.stream(Side.values())
                .flatMap(
                        side -> {
                            Trouble trouble = one.gate().lane(side).trouble();
                            return trouble == null
                                    ? Stream.empty()
                                    : one(
                                            true,
                                            tags(one, side)
                                                    .and(
                                                            "reason",
                                                            EngineMeters.word(trouble.reason())));
                        });
    }

    private static Stream<MultiGauge.Row<?>> byReason(Standing one, Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(
                        entry ->
                                MultiGauge.Row.of(
                                        tags(one)
                                                .and(
                                                        "reason",
                                                        entry.getKey().toLowerCase(Locale.ROOT)),
                                        entry.getValue()));
    }

    private static Stream<MultiGauge.Row<?>> one(boolean present, Tags tags) {
        return present ? Stream.of(MultiGauge.Row.of(tags, 1)) : Stream.empty();
    }

    private static Tags tags(Standing standing) {
        return Tags.of("connection", standing.connection().value());
    }

    private static Tags tags(Standing standing, Side side) {
        return tags(standing).and("side", EngineMeters.word(side));
    }
}
