package io.erpsync.system.workload;

import io.erpsync.system.Directions;
import io.erpsync.system.Pair;
import io.erpsync.system.evidence.FieldPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A connection of the workload.
 *
 * @param isStopped whether its ERP does not answer for most of the time
 */
public record Branch(Pair pair, List<FieldPair> mapping, boolean isStopped) {

    /**
     * One of each kind, for a run of that name; its tenants are numbered from {@code tenant} on.
     */
    public static List<Branch> ofEachKind(String run, int tenant) {
        return List.of(
                watched(Pair.of(run + "-standard", "" + tenant, Directions.STANDARD)),
                watched(
                        Pair.of(
                                        run + "-lime-then-erp",
                                        "" + (tenant + 1),
                                        Directions.CREATED_IN_LIME_KEPT_BY_ERP)
                                .withFlipWhileInProcess()),
                watched(
                        Pair.of(
                                run + "-both-then-erp",
                                "" + (tenant + 2),
                                Directions.CREATED_IN_BOTH_KEPT_BY_ERP)),
                watched(Pair.of(run + "-erp-only", "" + (tenant + 3), Directions.ERP_ONLY)),
                watched(
                        Pair.of(run + "-both-ways", "" + (tenant + 4), Directions.BOTH_WAYS)
                                .withFlipWhileInProcess()),
                untriggered(Pair.of(run + "-untriggered", "" + (tenant + 5), Directions.STANDARD)),
                new Branch(
                        Pair.of(run + "-stopped", "" + (tenant + 6), Directions.STANDARD),
                        FieldPair.shipped(true),
                        true));
    }

    /** The one with those directions; the first where there are several. */
    public static Branch of(List<Branch> branches, Directions directions) {
        return branches.stream()
                .filter(branch -> branch.pair().directions().equals(directions))
                .findFirst()
                .orElseThrow();
    }

    public Branch withSettleTime(int seconds) {
        return new Branch(pair.withErp("settle-time", "\"" + seconds + "\""), mapping, isStopped);
    }

    /** With a field that is mapped and not watched, and a price list where Lime's edits count. */
    private static Branch watched(Pair pair) {
        List<FieldPair> mapping = new ArrayList<>(FieldPair.shipped(false));
        Pair changed = pair;
        if (pair.directions().updateFromLime()) {
            mapping.add(FieldPair.priceList());
            changed =
                    changed.withCustomer(
                            "mapping", "[ { lime: pricelist_text, erp: PriceList, owner: lime } ]");
        }
        String synced =
                mapping.stream()
                        .filter(FieldPair::watched)
                        .map(FieldPair::lime)
                        .map(name -> name.equals("pricelist") ? "pricelist_text" : name)
                        .collect(Collectors.joining(", ", "[", "]"));
        return new Branch(
                withoutItsOwnTable(changed).withCustomer("properties-synced", synced),
                mapping,
                false);
    }

    /** Lime says nothing of edits; every mapped field is watched by its value. */
    private static Branch untriggered(Pair pair) {
        return new Branch(pair.withoutTrigger(), FieldPair.shipped(true), false);
    }

    /**
     * Where Lime moves no status of a card in process by itself, it may let every move happen, so
     * that a wrong one of ours is seen and not refused.
     */
    private static Pair withoutItsOwnTable(Pair pair) {
        return pair.limeSwitches().containsKey("flipWhileInProcess")
                ? pair
                : pair.withLimeSwitch("statusTable", false);
    }
}
