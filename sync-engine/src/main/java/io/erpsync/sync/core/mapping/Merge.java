package io.erpsync.sync.core.mapping;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.MappingEntry.When;
import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Account.Lost;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Round;
import io.erpsync.sync.core.model.Rules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the two records of a link field by field against what was last agreed, and says which
 * value goes where. A field that was never agreed on is in its first exchange: there, empty clears
 * nothing, a filled value fills an empty one, and where both are filled the side that may update
 * wins. Where both may, that is the leader in a round, and the ERP outside of one: there, an edit
 * in the ERP is what brings the two together, and it may have been of any field.
 */
public final class Merge {

    private final Link link;
    private final Fields lime;
    private final boolean whole;
    private final boolean inRound;
    private final Rules rules;

    private Fields toErp = Fields.NONE;
    private Fields toLime = Fields.NONE;
    private final List<Lost> lost = new ArrayList<>();
    private @Nullable Problem misfitToErp;
    private @Nullable Problem misfitToLime;
    private int clears;
    private int clearsInLime;
    private boolean knownDifference;

    private Merge(Link link, Fields lime, boolean whole, boolean inRound, Rules rules) {
        this.link = link;
        this.lime = lime;
        this.whole = whole;
        this.inRound = inRound;
        this.rules = rules;
    }

    /** The plan outside a round, with both records as last seen. */
    public static Plan plan(Link link, Rules rules) {
        return plan(new Merge(link, link.lime().fields(), false, false, rules));
    }

    /** The plan for a write to Lime in {@code round}; null outside of one. */
    public static Plan plan(Link link, @Nullable Round round, Rules rules) {
        return round == null ? plan(link, rules) : plan(link, round.snapshot(), false, rules);
    }

    /**
     * The plan for a round of {@code link}, with {@code lime} as Lime's record and the ERP's as
     * last seen.
     *
     * @param whole whether every filled field is sent to the ERP, also where nothing differs
     */
    public static Plan plan(Link link, Fields lime, boolean whole, Rules rules) {
        return plan(new Merge(link, lime, whole, true, rules));
    }

    private static Plan plan(Merge merge) {
        List<MappingEntry> mapping = merge.rules.object().mapping();
        mapping.forEach(merge::consider);
        if (merge.whole || (merge.isOneWay() && !merge.toErp.isEmpty())) {
            mapping.forEach(merge::sendAlong);
        }
        return new Plan(
                merge.toErp,
                merge.toLime,
                merge.lost,
                merge.misfitToErp,
                merge.misfitToLime,
                merge.clears,
                merge.clearsInLime,
                merge.knownDifference);
    }

    private void consider(MappingEntry entry) {
        if (entry.lime() == null || entry.when() == When.CREATE || !lime.has(entry.lime())) {
            return;
        }
        Pair pair = new Pair(entry, link, lime, inRound, rules);
        if (pair.isSettled()) {
            return;
        }
        switch (pair.winner()) {
            case LIME -> limeWins(pair);
            case ERP -> erpWins(pair);
        }
    }

    private void limeWins(Pair pair) {
        if (!pair.flowsToErp()) {
            if (pair.flowsToLime() && rules.object().putBack() && pair.limeEdited()) {
                writeToLime(pair);
            }
            return;
        }
        if (pair.limeValue().isEmpty()) {
            clearInErp(pair);
            return;
        }
        switch (pair.limeAsErp()) {
            case Converted.Fits(Value value) -> {
                toErp = toErp.with(pair.entry().erp(), value);
                if (!pair.erpValue().isEmpty() && (pair.erpEdited() || pair.isFirstExchange())) {
                    lost.add(new Lost(Side.ERP, pair.entry().erp(), pair.erpValue()));
                }
            }
            case Converted.Misfit(Problem problem) -> keepFirstToErp(problem);
        }
    }

    private void clearInErp(Pair pair) {
        if (!pair.limeEdited() || (pair.erpKnown() && pair.erpValue().isEmpty())) {
            return;
        }
        if (rules.erp().clear() == Clearing.IGNORED) {
            knownDifference = true;
            return;
        }
        toErp = toErp.with(pair.entry().erp(), Value.empty());
        clears++;
    }

    private void erpWins(Pair pair) {
        if (!pair.flowsToLime()) {
            if (pair.flowsToErp()
                    && !pair.limeValue().isEmpty()
                    && (whole || (isOneWay() && pair.erpEdited()))) {
                limeWinsBack(pair);
            }
            return;
        }
        writeToLime(pair);
    }

    /**
     * One-way, and the ERP drifted from what Lime says: sent along, never the cause of a write by
     * itself.
     */
    private void limeWinsBack(Pair pair) {
        if (!toErp.isEmpty() && pair.limeAsErp() instanceof Converted.Fits(Value value)) {
            toErp = toErp.with(pair.entry().erp(), value);
            lost.add(new Lost(Side.ERP, pair.entry().erp(), pair.erpValue()));
        }
    }

    private void writeToLime(Pair pair) {
        if (!pair.erpKnown()) {
            return;
        }
        switch (FieldMapping.toLime(pair.entry(), pair.erpValue(), rules)) {
            case Converted.Fits(Value value) -> {
                toLime = toLime.with(pair.property(), value);
                if (value.isEmpty() && !pair.limeValue().isEmpty()) {
                    clearsInLime++;
                }
                if (!pair.limeValue().isEmpty() && (pair.limeEdited() || pair.isFirstExchange())) {
                    lost.add(new Lost(Side.LIME, pair.property(), pair.limeValue()));
                }
            }
            case Converted.Misfit(Problem problem) -> {
                if (misfitToLime == null) {
                    misfitToLime = problem;
                }
            }
        }
    }

    /** Adds what goes along when the whole mapped record is sent. */
    private void sendAlong(MappingEntry entry) {
        if (entry.when() == When.CREATE || toErp.has(entry.erp()) || !mayFlowToErp(entry)) {
            return;
        }
        if (entry.lime() != null && toLime.has(entry.lime())) {
            return;
        }
        switch (FieldMapping.toErp(entry, lime, rules)) {
            case Converted.Fits(Value value) -> {
                if (!value.isEmpty()) {
                    toErp = toErp.with(entry.erp(), value);
                }
            }
            case Converted.Misfit(Problem problem) -> keepFirstToErp(problem);
        }
    }

    private boolean mayFlowToErp(MappingEntry entry) {
        return rules.object().directions().mayUpdateFrom(Side.LIME) && entry.owner() != Side.ERP;
    }

    private boolean isOneWay() {
        return rules.object().directions().mayUpdateFrom(Side.LIME)
                && !rules.object().directions().mayUpdateFrom(Side.ERP);
    }

    private void keepFirstToErp(Problem problem) {
        if (misfitToErp == null) {
            misfitToErp = problem;
        }
    }
}
