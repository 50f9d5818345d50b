package io.erpsync.sync.topology;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;
import io.erpsync.schemas.message.Origin;
import io.erpsync.sync.core.mapping.Canonical;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.store.EngineStores;
import io.erpsync.sync.store.LinkEntry;
import io.erpsync.sync.store.Listing;
import io.erpsync.sync.translate.ReadChange;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes in change events: keeps the directory, finds the link a record belongs to, and has it
 * decided on.
 */
final class ChangeIntake {

    private final EngineStores stores;
    private final LinkDesk desk;
    private final LinkIds ids;

    ChangeIntake(EngineStores stores, LinkDesk desk, LinkIds ids) {
        this.stores = stores;
        this.desk = desk;
        this.ids = ids;
    }

    /** Answers whether the event was decided on; false when it only fed the directory. */
    boolean take(ReadChange event, Side side, Scene scene, LinkDesk.Cause cause, Instant now) {
        ConnectionName connection = scene.connection().name();
        RecordReference reference = event.reference();
        switch (event.view()) {
            case INDEX_LOADED -> stores.directory().loaded(connection, side);
            case LISTED -> list(connection, side, reference, event);
            case GONE -> {
                stores.directory().remove(connection, side, reference.id());
                return gone(reference, side, scene, cause, now);
            }
            case RECORD -> {
                return seen(event, reference, side, scene, cause, now);
            }
            case UNRECOGNISED ->
                    throw new IllegalStateException(
                            "an event that was not understood was taken in");
        }
        return false;
    }

    private void list(
            ConnectionName connection, Side side, RecordReference reference, ReadChange event) {
        Fields fields = event.record().fields();
        boolean baseline = !stores.directory().isLoaded(connection, side);
        stores.directory()
                .put(
                        connection,
                        side,
                        new Listing(
                                reference.id(),
                                fields.get("number").shown(),
                                Canonical.registration(fields.get("registrationNumber")),
                                fields.get("name").shown(),
                                baseline,
                                baseline ? event.shown() : Fields.NONE));
    }

    private boolean gone(
            RecordReference reference, Side side, Scene scene, LinkDesk.Cause cause, Instant now) {
        LinkId owner = stores.owners().owner(scene.connection().name(), reference);
        LinkEntry entry =
                owner == null ? null : stores.links().get(scene.connection().name(), owner);
        if (entry == null) {
            return false;
        }
        desk.decide(entry, new Event.Gone(side, reference, now), scene, cause, now);
        return true;
    }

    private boolean seen(
            ReadChange event,
            RecordReference reference,
            Side side,
            Scene scene,
            LinkDesk.Cause cause,
            Instant now) {
        ConnectionName connection = scene.connection().name();
        StoredRecord record = event.record();
        LinkEntry entry = entryOf(record, side, scene, cause);
        if (isLeftOut(reference, entry.link(), scene.connection().only())) {
            return false;
        }
        Listing listed = stores.directory().get(connection, side, reference.id());
        Event.Standing standing = standing(event, listed);
        keepListing(record, side, scene, event.origin() == Origin.BASELINE);
        desk.decide(
                entry, new Event.Seen(side, record, event.urgency(), standing), scene, cause, now);
        return true;
    }

    /** A pilot is about records and their counterparts. */
    private static boolean isLeftOut(
            RecordReference reference, Link link, Set<RecordReference> only) {
        return !only.isEmpty()
                && !only.contains(reference)
                && Arrays.stream(Side.values())
                        .map(side -> link.side(side).reference())
                        .noneMatch(other -> other != null && only.contains(other));
    }

    private static Event.Standing standing(ReadChange event, @Nullable Listing listed) {
        if (event.origin() == Origin.BASELINE) {
            return Event.Standing.BASELINE;
        }
        return listed != null && listed.baseline()
                ? Event.Standing.EXISTED_BEFORE
                : Event.Standing.NEW;
    }

    private LinkEntry entryOf(StoredRecord record, Side side, Scene scene, LinkDesk.Cause cause) {
        ConnectionName connection = scene.connection().name();
        LinkId owner = stores.owners().owner(connection, record.reference());
        if (owner == null) {
            owner =
                    side == Side.LIME
                            ? awaitedInLime(record, scene)
                            : carriedInErp(record, connection);
        }
        LinkEntry known = owner == null ? null : stores.links().get(connection, owner);
        if (known != null) {
            return known;
        }
        LinkId id = ids.of(connection, record.reference());
        LinkEntry sameId = stores.links().get(connection, id);
        return sameId != null
                ? sameId
                : LinkEntry.of(
                        Link.fresh(id, connection, ObjectType.CUSTOMER), cause.correlation());
    }

    /** A Lime record whose number belongs to a link that is only just being created in Lime. */
    private @Nullable LinkId awaitedInLime(StoredRecord record, Scene scene) {
        String number = record.fields().get(scene.object().lime().number()).shown().strip();
        if (number.isEmpty()) {
            return null;
        }
        ConnectionName connection = scene.connection().name();
        RecordReference erp =
                new RecordReference(
                        scene.connection().erpSystem(), scene.object().erpType(), number);
        LinkId owner = stores.owners().owner(connection, erp);
        LinkEntry entry = owner == null ? null : stores.links().get(connection, owner);
        return entry != null && !entry.link().lime().exists() ? owner : null;
    }

    /**
     * An ERP record that carries a link id of ours belongs to that link, unless the link has
     * another record.
     */
    private @Nullable LinkId carriedInErp(StoredRecord record, ConnectionName connection) {
        for (Value value : record.fields().values().values()) {
            if (value instanceof Value.Text(String text) && text.startsWith(LinkIds.PREFIX)) {
                LinkEntry entry = stores.links().get(connection, new LinkId(text));
                if (entry != null && !entry.link().erp().exists()) {
                    return entry.link().id();
                }
            }
        }
        return null;
    }

    private void keepListing(StoredRecord record, Side side, Scene scene, boolean baseline) {
        Fields fields = record.fields();
        String number =
                side == Side.LIME
                        ? fields.get(scene.object().lime().number()).shown().strip()
                        : record.reference().id();
        stores.directory()
                .put(
                        scene.connection().name(),
                        side,
                        new Listing(
                                record.reference().id(),
                                number,
                                Canonical.registration(
                                        value(fields, scene.object().registration(), side)),
                                value(fields, scene.object().name(), side).shown(),
                                baseline,
                                Fields.NONE));
    }

    private static Value value(Fields fields, MappingEntry entry, Side side) {
        String property = entry.lime();
        if (side == Side.ERP) {
            return fields.get(entry.erp());
        }
        return property == null ? Value.empty() : fields.get(property);
    }
}
