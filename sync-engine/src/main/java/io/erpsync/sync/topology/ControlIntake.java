package io.erpsync.sync.topology;

import io.erpsync.connection.rules.Connection;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.ControlRequest;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.store.EngineStores;
import io.erpsync.sync.store.LinkEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes in what operators ask for. Answers how many links it was decided on for. */
final class ControlIntake {

    private final EngineStores stores;
    private final LinkDesk desk;
    private final BrakeDesk brakes;
    private final AutoPauseDesk pauses;

    ControlIntake(EngineStores stores, LinkDesk desk, BrakeDesk brakes, AutoPauseDesk pauses) {
        this.stores = stores;
        this.desk = desk;
        this.brakes = brakes;
        this.pauses = pauses;
    }

    int take(ControlRequest request, Scene scene, LinkDesk.Cause cause, Instant now) {
        ConnectionName connection = scene.connection().name();
        return switch (request.getAction()) {
            case PAUSE -> pause(connection);
            case RESUME -> resume(connection, now);
            case REPLAY ->
                    toEach(
                            replayed(request, connection),
                            new Event.ReplayAsked(now),
                            scene,
                            cause,
                            now);
            case SEND_NOW ->
                    toEach(one(request, scene), new Event.SendNowAsked(now), scene, cause, now);
            case UNLINK -> toEach(one(request, scene), new Event.UnlinkAsked(), scene, cause, now);
            case LINK -> link(request, scene, cause, now);
            case RELEASE_BRAKE -> brake(connection, true, scene, cause, now);
            case DISCARD_BRAKE -> brake(connection, false, scene, cause, now);
            case UNRECOGNISED -> 0;
        };
    }

    private int pause(ConnectionName connection) {
        stores.gates().put(connection, stores.gates().get(connection).paused(true));
        return 0;
    }

    private int resume(ConnectionName connection, Instant now) {
        pauses.resumed(connection, now);
        return 0;
    }

    private int brake(
            ConnectionName connection,
            boolean release,
            Scene scene,
            LinkDesk.Cause cause,
            Instant now) {
        brakes.ended(connection, release, now);
        Event event = release ? new Event.BrakeReleased() : new Event.BrakeDiscarded();
        return toEach(held(connection), event, scene, cause, now);
    }

    private List<LinkEntry> held(ConnectionName connection) {
        List<LinkEntry> held = new ArrayList<>();
        stores.links()
                .forEach(
                        connection,
                        entry -> {
                            if (entry.link().phase() instanceof Phase.Waiting waiting
                                    && waiting.reason() == Reason.BRAKE) {
                                held.add(entry);
                            }
                        });
        return held;
    }

    private int toEach(
            List<LinkEntry> entries, Event event, Scene scene, LinkDesk.Cause cause, Instant now) {
        entries.forEach(entry -> desk.decide(entry, event, scene, cause, now));
        return entries.size();
    }

    private List<LinkEntry> replayed(ControlRequest request, ConnectionName connection) {
        String link = request.getLinkId();
        String reason = request.getReason();
        Predicate<LinkEntry> asked =
                entry ->
                        entry.link().problem() != null
                                && (link == null || link.equals(entry.link().id().value()))
                                && (reason == null
                                        || reason.equals(entry.link().problem().reason().name()));
        List<LinkEntry> found = new ArrayList<>();
        stores.links()
                .forEach(
                        connection,
                        entry -> {
                            if (asked.test(entry)) {
                                found.add(entry);
                            }
                        });
        return found;
    }

    private List<LinkEntry> one(ControlRequest request, Scene scene) {
        ConnectionName connection = scene.connection().name();
        LinkId id =
                request.getLinkId() == null
                        ? owner(request.getLimeId(), scene)
                        : new LinkId(request.getLinkId());
        LinkEntry entry = id == null ? null : stores.links().get(connection, id);
        return entry == null ? List.of() : List.of(entry);
    }

    private @Nullable LinkId owner(@Nullable String limeId, Scene scene) {
        return limeId == null
                ? null
                : stores.owners()
                        .owner(
                                scene.connection().name(),
                                new RecordReference(
                                        SystemName.LIME, scene.object().limeType(), limeId));
    }

    private int link(ControlRequest request, Scene scene, LinkDesk.Cause cause, Instant now) {
        Connection connection = scene.connection();
        LinkId id = owner(request.getLimeId(), scene);
        LinkEntry entry = id == null ? null : stores.links().get(connection.name(), id);
        String erpId = request.getErpId();
        if (entry == null || erpId == null || entry.link().lime().reference() == null) {
            return 0;
        }
        RecordReference erp =
                new RecordReference(connection.erpSystem(), scene.object().erpType(), erpId);
        Event event = new Event.LinkAsked(entry.link().lime().reference(), erp);
        desk.decide(entry, event, scene, cause, now);
        return 1;
    }

    /** The only type there is so far. */
    static ObjectType type() {
        return ObjectType.CUSTOMER;
    }
}
