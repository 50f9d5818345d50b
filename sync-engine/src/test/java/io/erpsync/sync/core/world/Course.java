package io.erpsync.sync.core.world;

import io.erpsync.model.Reason;
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
        for (Link link : world.links.values()) {
            if (isBraked(link)) {
                world.releaseBrake(link.id());
                return true;
            }
        }
        world.erp.tick();
        world.poll();
        return !isAtRest();
    }

    private boolean isWaiting() {
        return world.links.values().stream().anyMatch(Course::waitsForTime);
    }

    /** Whether it goes on by itself at some time; a brake is let go by an operator. */
    static boolean waitsForTime(Link link) {
        return link.phase() instanceof Phase.Settling
                || (link.phase() instanceof Phase.Waiting && !isBraked(link));
    }

    static boolean isBraked(Link link) {
        return link.phase() instanceof Phase.Waiting waiting && waiting.reason() == Reason.BRAKE;
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
