package io.erpsync.sync.topology;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.sync.core.model.Candidate;
import io.erpsync.sync.core.model.Directory;
import io.erpsync.sync.store.EngineStores;
import io.erpsync.sync.store.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The directory of one connection, from the stores. */
record StoredDirectory(EngineStores stores, Connection connection, ObjectRules rules)
        implements Directory {

    @Override
    public @Nullable LinkId owner(RecordReference reference) {
        return stores.owners().owner(connection.name(), reference);
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

    private Candidate candidate(Side side, Listing listing) {
        RecordReference reference =
                side == Side.LIME
                        ? new RecordReference(SystemName.LIME, rules.limeType(), listing.id())
                        : new RecordReference(
                                connection.erpSystem(), rules.erpType(), listing.id());
        return new Candidate(reference, listing.number(), listing.name(), owner(reference));
    }
}
