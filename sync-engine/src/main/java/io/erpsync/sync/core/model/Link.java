package io.erpsync.sync.core.model;

import io.erpsync.model.CommandId;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Side;
import io.erpsync.model.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two records that are the same thing, or one that has no counterpart yet, and everything needed to
 * decide on it.
 *
 * @param tried the Lime values that were refused last: no edit until they change; empty when
 *     nothing is refused
 * @param triedErp the same for values of the ERP that Lime refused
 * @param problem what the card or the dead letter says; null when all is well
 * @param attempts how often the step at hand has been begun anew since it last succeeded
 * @param createSince when a create that may have been carried out was begun, and the record is
 *     unknown still; the next create looks first. Null when there is none
 * @param confirmed whether a person asked for what is done now, so that the brake does not count it
 * @param sequence how many commands this link has sent; makes command ids
 */
public record Link(
        LinkId id,
        ConnectionName connection,
        ObjectType type,
        SideState lime,
        SideState erp,
        Phase phase,
        Urgency urgency,
        Fields tried,
        Fields triedErp,
        @Nullable Problem problem,
        int attempts,
        @Nullable Instant createSince,
        boolean confirmed,
        long sequence) {

    /** A link that nothing is known of yet. */
    public static Link fresh(LinkId id, ConnectionName connection, ObjectType type) {
        return new Link(
                id,
                connection,
                type,
                SideState.NONE,
                SideState.NONE,
                new Phase.Idle(),
                Urgency.BACKGROUND,
                Fields.NONE,
                Fields.NONE,
                null,
                0,
                null,
                false,
                0);
    }

    public boolean isFresh() {
        return !lime.exists() && !erp.exists();
    }

    /** Whether a step is due or out. */
    public boolean isBusy() {
        return switch (phase) {
            case Phase.Ready _, Phase.Open _, Phase.Settling _, Phase.Waiting _ -> true;
            case Phase.Idle _, Phase.Parked _, Phase.Closed _ -> false;
        };
    }

    public SideState side(Side side) {
        return side == Side.LIME ? lime : erp;
    }

    /** The id of the command that is sent next. */
    public CommandId nextCommand() {
        return new CommandId(id.value() + "-" + (sequence + 1));
    }

    public Link lime(SideState state) {
        return new Link(
                id,
                connection,
                type,
                state,
                erp,
                phase,
                urgency,
                tried,
                triedErp,
                problem,
                attempts,
                createSince,
                confirmed,
                sequence);
    }

    public Link erp(SideState state) {
        return new Link(
                id,
                connection,
                type,
                lime,
                state,
                phase,
                urgency,
                tried,
                triedErp,
                problem,
                attempts,
                createSince,
                confirmed,
                sequence);
    }

    public Link side(Side side, SideState state) {
        return side == Side.LIME ? lime(state) : erp(state);
    }

    public Link phase(Phase next) {
        return new Link(
                id,
                connection,
                type,
                lime,
                erp,
                next,
                urgency,
                tried,
                triedErp,
                problem,
                attempts,
                createSince,
                confirmed,
                sequence);
    }

    public Link idle() {
        return phase(new Phase.Idle());
    }

    public Link ready(Work work) {
        return phase(new Phase.Ready(work, null));
    }

    public Link urgency(Urgency next) {
        return new Link(
                id,
                connection,
                type,
                lime,
                erp,
                phase,
                next,
                tried,
                triedErp,
                problem,
                attempts,
                createSince,
                confirmed,
                sequence);
    }

    public Link tried(Fields values) {
        return new Link(
                id,
                connection,
                type,
                lime,
                erp,
                phase,
                urgency,
                values,
                triedErp,
                problem,
                attempts,
                createSince,
                confirmed,
                sequence);
    }

    public Link triedErp(Fields values) {
        return new Link(
                id,
                connection,
                type,
                lime,
                erp,
                phase,
                urgency,
                tried,
                values,
                problem,
                attempts,
                createSince,
                confirmed,
                sequence);
    }

    public Link problem(@Nullable Problem next) {
        return new Link(
                id,
                connection,
                type,
                lime,
                erp,
                phase,
                urgency,
                tried,
                triedErp,
                next,
                attempts,
                createSince,
                confirmed,
                sequence);
    }

    public Link attempts(int next) {
        return new Link(
                id,
                connection,
                type,
                lime,
                erp,
                phase,
                urgency,
                tried,
                triedErp,
                problem,
                next,
                createSince,
                confirmed,
                sequence);
    }

    public Link createSince(@Nullable Instant since) {
        return new Link(
                id,
                connection,
                type,
                lime,
                erp,
                phase,
                urgency,
                tried,
                triedErp,
                problem,
                attempts,
                since,
                confirmed,
                sequence);
    }

    public Link confirmed(boolean next) {
        return new Link(
                id,
                connection,
                type,
                lime,
                erp,
                phase,
                urgency,
                tried,
                triedErp,
                problem,
                attempts,
                createSince,
                next,
                sequence);
    }

    /** The link after its next command was sent. */
    public Link sent() {
        return new Link(
                id,
                connection,
                type,
                lime,
                erp,
                phase,
                urgency,
                tried,
                triedErp,
                problem,
                attempts,
                createSince,
                confirmed,
                sequence + 1);
    }
}
