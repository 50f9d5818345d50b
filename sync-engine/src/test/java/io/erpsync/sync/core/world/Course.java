package io.erpsync.sync.core.world;

import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;

/** What happens in a world whose users do nothing, one step after another. */
record Course(World world) {

    boolean step() {
        if (!world.flights.isEmpty()) {
            world.deliver(world.flights.firstKey());
            return true;
        }
        for (Link link : world.links.values()) {
            if (link.phase() instanceof Phase.Ready) {
                world.carryOut(link.id(), Fault.NONE);
                return true;
            }
        }
        if (isWaiting() || !world.late.isEmpty()) {
            world.passTime();
            return true;
        }
        world.erp.tick();
        world.poll();
        return !isAtRest();
    }

    private boolean isWaiting() {
        return world.links.values().stream()
                .anyMatch(
                        link ->
                                link.phase() instanceof Phase.Settling
                                        || link.phase() instanceof Phase.Waiting);
    }

    boolean isAtRest() {
        return world.flights.isEmpty()
                && world.late.isEmpty()
                && world.links.values().stream()
                        .allMatch(
                                link ->
                                        link.phase() instanceof Phase.Idle
                                                || link.phase() instanceof Phase.Parked
                                                || link.phase() instanceof Phase.Closed);
    }
}
