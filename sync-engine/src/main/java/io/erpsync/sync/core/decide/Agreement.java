package io.erpsync.sync.core.decide;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.mapping.Canonical;
import io.erpsync.sync.core.mapping.Converted;
import io.erpsync.sync.core.mapping.FieldMapping;
import io.erpsync.sync.core.mapping.Merge;
import io.erpsync.sync.core.mapping.Plan;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Round;
import java.util.Set;

/** What both sides are in agreement on once something was written, or turned out to be the same. */
final class Agreement {

    private final Link link;
    private Fields lime;
    private Fields erp;

    private Agreement(Link link) {
        this.link = link;
        this.lime = link.lime().agreed();
        this.erp = link.erp().agreed();
    }

    /**
     * Both sides stand as they are: what Lime holds is {@code lime}, what the ERP holds was just
     * seen.
     */
    static Link onAll(Link link, Fields lime, Context context) {
        return link.lime(link.lime().agreeing(context.mapped(Side.LIME, lime)))
                .erp(link.erp().agreeing(context.mapped(Side.ERP, link.erp().fields())));
    }

    /**
     * The fields just sent are agreed on, as the ERP stored them; the others wait for their own
     * turn.
     */
    static Link onSent(Link before, Link after, Round round, Context context) {
        Plan plan = Merge.plan(before, round.snapshot(), round.whole(), context.rules());
        Set<String> sent = plan.toErp().names();
        Agreement agreement = new Agreement(after);
        for (MappingEntry entry : context.rules().object().mapping()) {
            if (sent.contains(entry.erp())) {
                agreement.on(entry, round.snapshot(), after.erp().get(entry.erp()));
            }
        }
        return agreement.link();
    }

    /** The Lime properties just written are agreed on, as Lime stored them. */
    static Link onWritten(Link link, Set<String> properties, Fields stored, Context context) {
        Agreement agreement = new Agreement(link);
        for (MappingEntry entry : context.rules().object().mapping()) {
            if (entry.lime() != null && properties.contains(entry.lime())) {
                agreement.on(entry, stored, link.erp().get(entry.erp()));
            }
        }
        return agreement.link();
    }

    /**
     * A customer of ours that was found, not just made: what it does not hold as it was sent is an
     * edit by the ERP's users.
     */
    static Link onFoundInErp(Link link, Fields snapshot, Context context) {
        Agreement agreement = new Agreement(link);
        for (MappingEntry entry : context.rules().object().mapping()) {
            if (FieldMapping.toErp(entry, snapshot, context.rules())
                    instanceof Converted.Fits(Value sent)) {
                agreement.on(entry, snapshot, storedOrSent(link.erp().get(entry.erp()), sent));
            }
        }
        return agreement.link();
    }

    /** The same of a card of ours. */
    static Link onFoundInLime(Link link, Context context) {
        Agreement agreement = new Agreement(link);
        for (MappingEntry entry : context.rules().object().mapping()) {
            String property = entry.lime();
            Value value = link.erp().get(entry.erp());
            if (property != null
                    && FieldMapping.goesBack(entry)
                    && FieldMapping.toLime(entry, value, context.rules())
                            instanceof Converted.Fits(Value sent)) {
                Value held = storedOrSent(link.lime().get(property), sent);
                agreement.on(entry, Fields.NONE.with(property, held), value);
            }
        }
        return agreement.link();
    }

    private static Value storedOrSent(Value stored, Value sent) {
        return Canonical.alike(stored, sent) ? stored : sent;
    }

    /** What users of both sides made the same is agreed on, so that it is no edit any more. */
    static Link onEqual(Link link, Context context) {
        if (!link.lime().wasSeen() || !link.erp().wasSeen()) {
            return link;
        }
        Agreement agreement = new Agreement(link);
        for (MappingEntry entry : context.rules().object().mapping()) {
            boolean known =
                    entry.lime() != null
                            && link.lime().fields().has(entry.lime())
                            && link.erp().fields().has(entry.erp());
            Value value = link.erp().get(entry.erp());
            if (known
                    && FieldMapping.toErp(entry, link.lime().fields(), context.rules())
                            instanceof Converted.Fits(Value sent)
                    && sent.equals(value)) {
                agreement.on(entry, link.lime().fields(), value);
            }
        }
        return agreement.link();
    }

    private void on(MappingEntry entry, Fields inLime, Value inErp) {
        String property = entry.lime();
        if (property != null) {
            lime = lime.with(property, inLime.get(property));
            erp = erp.with(entry.erp(), inErp);
        }
    }

    private Link link() {
        return link.lime(link.lime().agreeing(lime)).erp(link.erp().agreeing(erp));
    }
}
