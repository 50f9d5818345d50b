package io.erpsync.sync.core.decide;

import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.sync.core.mapping.KeptFields;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.SideState;

/**
 * Tells the first edit of an ERP record that had only been listed when the connection went live
 * from what differed between the two sides already.
 */
final class ListedBefore {

    private ListedBefore() {}

    /**
     * {@code link}, whose ERP record was just seen, with what the list had shown of it as what the
     * ERP was agreed on to hold, beside what Lime held at that time. Nothing else was ever agreed
     * on.
     *
     * <p>Only where one of those values is another now: the list may also have been read after the
     * edit that is told of, and then it says nothing of what was edited. What both sides hold is
     * agreed on even so.
     */
    static Link base(Link link, Context context) {
        SideState erp = link.erp();
        boolean limeExistedBefore = !link.lime().agreed().isEmpty();
        if (!limeExistedBefore || !erp.agreed().isEmpty()) {
            return link;
        }
        Fields base = shown(erp, context);
        boolean edited = !erp.fields().only(base.names()).equals(base);
        return edited ? link.erp(erp.agreeing(base)) : Agreement.onEqual(link, context);
    }

    /**
     * A customer that leads to nothing now: what it holds is no edit later, but for what the list
     * had shown otherwise, which is one as soon as its card is met.
     */
    static SideState noted(SideState erp, Context context) {
        Fields held = context.mapped(Side.ERP, erp.fields());
        return erp.agreeing(held.with(shown(erp, context)));
    }

    private static Fields shown(SideState erp, Context context) {
        RecordReference reference = erp.reference();
        Fields shown = reference == null ? Fields.NONE : context.directory().shownBefore(reference);
        return context.mapped(Side.ERP, KeptFields.of(Side.ERP, shown, context.rules()));
    }
}
