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
import io.erpsync.sync.core.world.Edits.Mark;
import io.erpsync.sync.core.world.ErpStore;
import io.erpsync.sync.core.world.LimeStore;
import io.erpsync.sync.core.world.World;
import java.util.function.Supplier;

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
        int cards = world.lime().ids().size();
        int customers = world.erp().numbers().size();
        must(cards <= 1, "one company has several cards");
        must(customers <= 1 || has(Mark.PARTED), "one company has several customers");
        must(cards == 0 || !has(Mark.CARD_DELETED), "a card that was deleted comes back");
        must(
                customers == 0 || !has(Mark.CUSTOMER_DELETED) || has(Mark.PARTED),
                "a customer that was deleted comes back");
    }

    private boolean has(Mark mark) {
        return world.edits().has(mark);
    }

    /** Whether somebody did something that a card may rightly complain about. */
    private boolean isTroubled() {
        return has(Mark.REFUSED)
                || has(Mark.CUSTOMER_DELETED)
                || has(Mark.NEW_CUSTOMER_DELETED)
                || has(Mark.RENUMBERED);
    }

    private void answered(String id) {
        LimeStatus status = world.lime().status(id);
        boolean parked =
                world.links().stream().anyMatch(link -> link.phase() instanceof Phase.Parked);
        boolean open = status.asks() || status == LimeStatus.INPROCESS;
        boolean left = has(Mark.REFUSED) && (parked || has(Mark.PARTED));
        if (open && !left) {
            throw new Broken("a card stays in " + status);
        }
        if (status == LimeStatus.ERROR) {
            boolean closed = !directions().mayCreateFrom(Side.LIME);
            // A customer that was parted from its card may be another's when the card asks again.
            must(isTroubled() || closed || has(Mark.PARTED), "an error that nobody caused");
            must(!text(id).isEmpty(), "an error says nothing");
        }
        if (status == LimeStatus.SYNCED && !isTroubled()) {
            must(text(id).isEmpty(), "a card that is synced says an error");
        }
        must(
                isTroubled()
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
        boolean hindered =
                isTroubled()
                        || has(Mark.CARD_DELETED)
                        || has(Mark.NEW_CARD_DELETED)
                        || has(Mark.PARTED)
                        || has(Mark.JOINED);
        if (hindered) {
            return;
        }
        boolean pressed = has(Mark.ASKED) && directions().mayCreateFrom(Side.LIME);
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
            boolean shown = card.fields().get("erp_id").shown().equals(customer.number());
            must(shown || has(Mark.RENUMBERED), "the card does not show its number");
            if (has(Mark.DISCARDED) || has(Mark.JOINED) || has(Mark.PARTED)) {
                return;
            }
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
        Supplier<String> what =
                () -> ": " + property + " '" + inLime.shown() + "', '" + inErp.shown() + "'";
        Value byErp = has(Mark.NEW_CUSTOMER_DELETED) ? null : edits.of(Side.ERP, entry.erp());
        boolean emptied = byErp != null && byErp.isEmpty();
        boolean unseen = has(Mark.UNSEEN) && !ErpStore.LISTED.contains(entry.erp());
        if (has(Mark.UNSEEN) && ((emptied && unseen) || has(Mark.REFUSED))) {
            return; // in a first exchange, empty clears nothing; a refusal ends it
        }
        if (down || (up && !erpTouched)) {
            must(same || known, "the sides differ", what);
        }
        Value byHand = has(Mark.NEW_CARD_DELETED) ? null : edits.of(Side.LIME, property);
        if (byHand != null && (!down || (up && !erpTouched))) {
            must(byHand.equals(inLime), "an edit in Lime is lost", what);
        }
        boolean leads = byHand == null && !(up && unseen && limeLeads() && mayHaveBegunARound());
        if (byErp != null && (!up || (down && leads))) {
            must(byErp.equals(inErp), "an edit in the ERP is lost", what);
        }
        if (byErp != null && byHand != null && up && down) {
            boolean either =
                    byErp.equals(inErp)
                            || ErpStore.normalised(entry.erp(), byHand).equals(inErp)
                            || known;
            must(either, "both edits are lost", what);
        }
    }

    /** Whether anybody may have begun a round. */
    private boolean mayHaveBegunARound() {
        return has(Mark.ASKED)
                || has(Mark.RENUMBERED)
                || has(Mark.NUMBER_EMPTIED)
                || has(Mark.CONTROLLED)
                || world.rules().object().mapping().stream()
                        .map(entry -> String.valueOf(entry.lime()))
                        .anyMatch(property -> world.edits().touched(Side.LIME, property));
    }

    /** Where both sides may update, the leader's values win the first exchange in a round. */
    private boolean limeLeads() {
        return world.rules().object().leader() == Side.LIME;
    }

    /** Seeing both sides once more, later, leads to nothing. */
    private void staysQuiet() {
        World again = world.copy();
        again.seeAllLater();
        if (has(Mark.JOINED)) {
            // What was joined by hand is exchanged once the customer is seen to have been saved.
            again.run();
            again.seeAllLater();
        }
        boolean parked =
                world.links().stream().anyMatch(link -> link.phase() instanceof Phase.Parked);
        if (!again.isAtRest() && !parked) {
            throw new Broken("an echo leads to work: " + again.links());
        }
    }

    private Directions directions() {
        return world.rules().object().directions();
    }

    private static void must(boolean holds, String what, Supplier<String> values) {
        if (!holds) {
            throw new Broken(what + values.get());
        }
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new Broken(what);
        }
    }
}
