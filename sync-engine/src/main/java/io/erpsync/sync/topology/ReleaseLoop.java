package io.erpsync.sync.topology;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.release.Gate;
import io.erpsync.sync.store.Agenda;
import io.erpsync.sync.store.EngineStores;
import io.erpsync.sync.store.LinkEntry;
import java.time.Instant;

/**
 * Lets queued steps go while the gate of their connection admits them, and wakes links whose time
 * has come.
 */
final class ReleaseLoop {

    /** Bounds one turn, so that a long queue does not keep the task from its other records. */
    private static final int MOST_PER_TURN = 200;

    private final EngineStores stores;
    private final Scenes scenes;
    private final LinkDesk desk;

    ReleaseLoop(EngineStores stores, Scenes scenes, LinkDesk desk) {
        this.stores = stores;
        this.scenes = scenes;
        this.desk = desk;
    }

    void wake(Instant now) {
        for (Agenda.Entry due : stores.agenda().dueAt(now, MOST_PER_TURN)) {
            LinkEntry entry = stores.links().get(due.connection(), due.link());
            Scene scene = entry == null ? null : scenes.of(due.connection(), entry.link().type());
            if (entry == null) {
                continue;
            }
            if (scene == null) {
                postpone(entry, due, now);
                continue;
            }
            desk.decide(
                    entry,
                    new Event.Due(now),
                    scene,
                    new LinkDesk.Cause(null, entry.correlation(), ""),
                    now);
        }
        stores.gates().connections().forEach(connection -> release(connection, now));
    }

    /** The connection is not known at the moment; its links wait on, and are not lost. */
    private void postpone(LinkEntry entry, Agenda.Entry due, Instant now) {
        stores.agenda().forget(entry.dueKey());
        String key = stores.agenda().remind(due, now.plusSeconds(10));
        stores.links()
                .put(
                        new LinkEntry(
                                entry.link(),
                                entry.queueKey(),
                                key,
                                entry.published(),
                                entry.deadLetter(),
                                entry.correlation()));
    }

    void release(ConnectionName connection, Instant now) {
        for (Side side : Side.values()) {
            int released = 0;
            while (released < MOST_PER_TURN && releaseOne(connection, side, now)) {
                released++;
            }
        }
    }

    private boolean releaseOne(ConnectionName connection, Side side, Instant now) {
        Gate gate = stores.gates().get(connection);
        if (gate.isClosed()) {
            return false;
        }
        LinkId next = stores.agenda().next(connection, side);
        LinkEntry entry = next == null ? null : stores.links().get(connection, next);
        if (entry == null) {
            return false;
        }
        Scene scene = scenes.of(connection, entry.link().type());
        if (scene == null || !scene.mayAct()) {
            return false;
        }
        if (!gate.lane(side).admits(Gate.window(scene.rate(side)), now)) {
            return false;
        }
        desk.decide(
                entry,
                new Event.Released(now),
                scene,
                new LinkDesk.Cause(null, entry.correlation(), ""),
                now);
        return true;
    }
}
