package io.erpsync.sync.core.mapping;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Rules;

/** One mapped field of a link, both sides of it, against what was agreed. */
final class Pair {

    private final MappingEntry entry;
    private final Link link;
    private final boolean inRound;
    private final Rules rules;
    private final Value limeValue;
    private final Converted limeAsErp;

    Pair(MappingEntry entry, Link link, Fields lime, boolean inRound, Rules rules) {
        this.entry = entry;
        this.link = link;
        this.inRound = inRound;
        this.rules = rules;
        this.limeValue = lime.get(FieldMapping.limeProperty(entry));
        this.limeAsErp = FieldMapping.toErp(entry, lime, rules);
    }

    MappingEntry entry() {
        return entry;
    }

    String property() {
        return FieldMapping.limeProperty(entry);
    }

    Value limeValue() {
        return limeValue;
    }

    Converted limeAsErp() {
        return limeAsErp;
    }

    boolean erpKnown() {
        return link.erp().fields().has(entry.erp());
    }

    Value erpValue() {
        return link.erp().get(entry.erp());
    }

    boolean limeEdited() {
        return link.lime().agreed().has(property())
                && !link.lime().agreed().get(property()).equals(limeValue);
    }

    boolean erpEdited() {
        return erpKnown()
                && link.erp().agreed().has(entry.erp())
                && !link.erp().agreed().get(entry.erp()).equals(erpValue());
    }

    /**
     * Whether one of the sides was never agreed on, so that a difference says nothing about who
     * edited.
     */
    boolean isFirstExchange() {
        return !link.lime().agreed().has(property()) || !link.erp().agreed().has(entry.erp());
    }

    boolean flowsToErp() {
        return rules.object().directions().mayUpdateFrom(Side.LIME) && entry.owner() != Side.ERP;
    }

    boolean flowsToLime() {
        return rules.object().directions().mayUpdateFrom(Side.ERP)
                && entry.owner() != Side.LIME
                && FieldMapping.goesBack(entry);
    }

    /** Whether nothing needs to be done: the values are the same, or each is what was agreed on. */
    boolean isSettled() {
        if (erpKnown()
                && limeAsErp instanceof Converted.Fits(Value value)
                && value.equals(erpValue())) {
            return true;
        }
        return !isFirstExchange() && !limeEdited() && !erpEdited();
    }

    /** Whose value counts; which way it may then flow is another question. */
    Side winner() {
        if (limeEdited() != erpEdited()) {
            return limeEdited() ? Side.LIME : Side.ERP;
        }
        if (!limeEdited()) {
            if (limeValue.isEmpty()) {
                return Side.ERP;
            }
            if (erpValue().isEmpty()) {
                return Side.LIME;
            }
        }
        if (flowsToErp() != flowsToLime()) {
            return flowsToErp() ? Side.LIME : Side.ERP;
        }
        return !inRound && isOldInLime() ? Side.ERP : rules.object().leader();
    }

    /** Whether Lime's value is what it was, while it is not known what the ERP's was. */
    private boolean isOldInLime() {
        return link.lime().agreed().has(property())
                && !limeEdited()
                && !link.erp().agreed().has(entry.erp());
    }
}
