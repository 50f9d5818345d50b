package io.erpsync.writer.execute;

import io.erpsync.model.Capabilities;
import java.time.Duration;
import java.time.Instant;

/** What is known of earlier attempts at a command, and so how it is carried out. */
public sealed interface Attempt {

    /** Nobody tried before. */
    record First() implements Attempt {}

    /**
     * Somebody may have, at or after {@code since} and not after {@code until} on our clock: the
     * target is read first.
     */
    record LookFirst(Instant since, Instant until) implements Attempt {}

    /**
     * Somebody may have, and so lately that a look which finds nothing would prove nothing: nothing
     * is sent, and the engine asks again once the target has settled.
     */
    record Unsettled(Instant since) implements Attempt {}

    /**
     * The rule.
     *
     * @param again whether the command was delivered before and not answered
     * @param now not before the command became ours
     */
    static Attempt of(Command command, boolean again, Capabilities target, Instant now) {
        return switch (command.task()) {
            case Task.Read _, Task.Probe _ -> new First();
            case Task.Update _ ->
                    again || command.attemptedSince() != null ? look(command) : first();
            case Task.Create _ when again -> recreate(command, target, now);
            case Task.Create _ -> command.attemptedSince() == null ? first() : look(command);
        };
    }

    private static Attempt recreate(Command command, Capabilities target, Instant now) {
        Instant since = command.attemptedAtTheEarliest();
        // A target that keeps our key says itself whether the earlier attempt may still be under
        // way, counted from the earliest time of it. Once that is long ago, or where the target
        // keeps no key, a look that finds nothing would be followed by a second create, while the
        // first one, sent a moment before its writer died, is still being worked on.
        boolean waits =
                target.storesLinkId()
                        && Duration.between(since, now).compareTo(target.settleTime()) < 0;
        // Whoever had the command before may have sent it in the last moment before it became ours.
        return waits ? new LookFirst(since, now) : new Unsettled(since);
    }

    private static Attempt first() {
        return new First();
    }

    private static Attempt look(Command command) {
        Instant since =
                command.attemptedSince() == null
                        ? command.issuedAt()
                        : command.attemptedAtTheEarliest();
        return new LookFirst(since, since);
    }
}
