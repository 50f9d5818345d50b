package io.erpsync.sync.topology;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.sync.core.model.Candidate;
import io.erpsync.sync.core.model.Directory;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.store.EngineStores;
import io.erpsync.sync.store.LinkEntry;
import io.erpsync.sync.store.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The directory of one connection, from the stores. */
record StoredDirectory(EngineStores stores, Connection connection, ObjectRules rules)
        implements Directory {

    @Override
    public @Nullable LinkId owner(RecordReference reference) {
        LinkId owner = stores.owners().owner(connection.name(), reference);
        return owner == null || isFree(owner, reference) ? null : owner;
    }

    /** Whether whoever is the counterpart may take the record of that link over. */
    private boolean isFree(LinkId owner, RecordReference reference) {
        LinkEntry entry = stores.links().get(connection.name(), owner);
        if (entry == null || entry.link().phase() instanceof Phase.Closed) {
            return true;
        }
        boolean card = reference.system().equals(SystemName.LIME);
        return card ? !entry.link().erp().exists() : isLoose(stores, connection.name(), owner);
    }

    @Override
    public String cardOf(LinkId link) {
        LinkEntry entry = stores.links().get(connection.name(), link);
        RecordReference card = entry == null ? null : entry.link().lime().reference();
        if (entry == null || card == null) {
            return link.value();
        }
        String property = rules.name().lime();
        String name = property == null ? "" : entry.link().lime().get(property).shown();
        return (name + " (" + card.id() + ")").strip();
    }

    /**
     * Whether a link is merely a note of an ERP record that was met and has no counterpart: whoever
     * is the counterpart takes the record over.
     */
    static boolean isLoose(EngineStores stores, ConnectionName connection, LinkId link) {
        LinkEntry entry = stores.links().get(connection, link);
        return entry == null
                || (!entry.link().lime().exists() && entry.link().phase() instanceof Phase.Idle);
    }

    @Override
    public List<Candidate> byRegistration(Side side, String normalised) {
        return stores.directory().byRegistration(connection.name(), side, normalised).stream()
                .map(listing -> candidate(side, listing))
                .toList();
    }

    @Override
    public boolean loaded(Side side) {
        return stores.directory().isLoaded(connection.name(), side);
    }

    @Override
    public Fields shownBefore(RecordReference erp) {
        Listing listing = stores.directory().get(connection.name(), Side.ERP, erp.id());
        return listing == null ? Fields.NONE : listing.shown();
    }

    private Candidate candidate(Side side, Listing listing) {
        RecordReference reference =
                side == Side.LIME
                        ? new RecordReference(SystemName.LIME, rules.limeType(), listing.id())
                        : new RecordReference(
                                connection.erpSystem(), rules.erpType(), listing.id());
        return new Candidate(
                reference, listing.number(), listing.name(), owner(reference), isBusy(reference));
    }

    private boolean isBusy(RecordReference reference) {
        LinkId id = stores.owners().owner(connection.name(), reference);
        LinkEntry entry = id == null ? null : stores.links().get(connection.name(), id);
        return entry != null && entry.link().isBusy();
    }

    /** Whether a link is merely a note of a card that has no counterpart, and is not at work. */
    static boolean isLooseCard(LinkEntry entry) {
        return !entry.link().erp().exists() && !entry.link().isBusy();
    }
}
