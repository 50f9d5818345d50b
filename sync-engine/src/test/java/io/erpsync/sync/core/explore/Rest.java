package io.erpsync.sync.core.explore;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.mapping.Canonical;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.world.Broken;
import io.erpsync.sync.core.world.Edits;
import io.erpsync.sync.core.world.ErpStore;
import io.erpsync.sync.core.world.LimeStore;
import io.erpsync.sync.core.world.World;

/** What must hold once nothing is left to do. */
final class Rest {

    private final World world;

    private Rest(World world) {
        this.world = world;
    }

    static void check(World world) {
        Rest rest = new Rest(world);
        rest.oneOfEach();
        world.lime().ids().forEach(rest::answered);
        world.links().forEach(rest::agreed);
        rest.arrived();
        rest.staysQuiet();
    }

    private void oneOfEach() {
        must(world.lime().ids().size() <= 1, "one company has several cards");
        must(world.erp().numbers().size() <= 1, "one company has several customers");
    }

    private void answered(String id) {
        LimeStatus status = world.lime().status(id);
        boolean parked =
                world.links().stream().anyMatch(link -> link.phase() instanceof Phase.Parked);
        boolean open = status.asks() || status == LimeStatus.INPROCESS;
        must(!open || (parked && world.edits().refused()), "a card stays in " + status);
        if (status == LimeStatus.ERROR) {
            boolean closed = !directions().mayCreateFrom(Side.LIME);
            must(world.edits().refused() || closed, "an error that nobody caused");
            must(!text(id).isEmpty(), "an error says nothing");
        }
        if (status == LimeStatus.SYNCED && !world.edits().refused()) {
            must(text(id).isEmpty(), "a card that is synced says an error");
        }
        must(
                world.edits().refused()
                        || status == LimeStatus.ERROR
                        || world.links().stream().allMatch(link -> link.problem() == null),
                "a problem outlives its cause");
    }

    private String text(String id) {
        LimeStore.Card card = world.lime().card(id);
        return card == null ? "" : card.fields().get("erp_errormessage").shown();
    }

    /**
     * A new customer has become a card, and a button press a customer, where the matrix says so.
     */
    private void arrived() {
        if (world.edits().refused()) {
            return;
        }
        boolean pressed = world.edits().asked() && directions().mayCreateFrom(Side.LIME);
        must(!pressed || world.erp().numbers().size() == 1, "the button led to no customer");
        boolean isNew = world.erp().numbers().size() == 1 && !world.existedInErp();
        must(
                !isNew || !directions().mayCreateFrom(Side.ERP) || world.lime().ids().size() == 1,
                "the new customer led to no card");
    }

    private void agreed(Link link) {
        RecordReference lime = link.lime().reference();
        RecordReference erp = link.erp().reference();
        if (lime == null || erp == null || link.phase() instanceof Phase.Closed) {
            return;
        }
        LimeStore.Card card = world.lime().card(lime.id());
        ErpStore.Customer customer = world.erp().customer(erp.id());
        boolean quiet = link.problem() == null && link.phase() instanceof Phase.Idle;
        if (card == null || customer == null || !quiet) {
            return;
        }
        if (world.lime().status(lime.id()) == LimeStatus.SYNCED) {
            must(
                    card.fields().get("erp_id").shown().equals(customer.number()),
                    "the card does not show its number");
            for (MappingEntry entry : world.rules().object().mapping()) {
                field(entry, card.fields(), customer.fields());
            }
        }
    }

    private void field(MappingEntry entry, Fields card, Fields customer) {
        String property = String.valueOf(entry.lime());
        Value inLime = Canonical.of(card.get(property));
        Value inErp = customer.get(entry.erp());
        Value inLimeAsErp = ErpStore.normalised(entry.erp(), inLime);
        Edits edits = world.edits();
        boolean same = inLimeAsErp.equals(inErp);
        boolean up = directions().mayUpdateFrom(Side.LIME);
        boolean down = directions().mayUpdateFrom(Side.ERP);
        boolean known = up && inLime.isEmpty() && world.rules().erp().clear() == Clearing.IGNORED;
        boolean erpTouched = edits.touched(Side.ERP, entry.erp());
        String what = property + " '" + inLime.shown() + "', '" + inErp.shown() + "'";
        if (down || (up && !erpTouched)) {
            must(same || known, "the sides differ: " + what);
        }
        Value byHand = edits.of(Side.LIME, property);
        if (byHand != null && (!down || (up && !erpTouched))) {
            must(byHand.equals(inLime), "an edit in Lime is lost: " + what);
        }
        Value byErp = edits.of(Side.ERP, entry.erp());
        boolean leads = byHand == null && !(up && edits.unseen() && limeLeads());
        if (byErp != null && (!up || (down && leads))) {
            must(byErp.equals(inErp), "an edit in the ERP is lost: " + what);
        }
        if (byErp != null && byHand != null && up && down) {
            boolean either =
                    byErp.equals(inErp)
                            || ErpStore.normalised(entry.erp(), byHand).equals(inErp)
                            || known;
            must(either, "both edits are lost: " + what);
        }
    }

    /** Where both sides may update, the leader's values win the first exchange. */
    private boolean limeLeads() {
        return world.rules().object().leader() == Side.LIME;
    }

    /** Seeing both sides once more, later, leads to nothing. */
    private void staysQuiet() {
        World again = world.copy();
        again.seeAllLater();
        boolean parked =
                world.links().stream().anyMatch(link -> link.phase() instanceof Phase.Parked);
        must(again.isAtRest() || parked, "an echo leads to work: " + again.links());
    }

    private Directions directions() {
        return world.rules().object().directions();
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new Broken(what);
        }
    }
}
