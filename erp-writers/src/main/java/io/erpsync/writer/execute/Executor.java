package io.erpsync.writer.execute;

/** Carries out commands. */
public interface Executor {

    /**
     * Blocks until the command is answered, for the command deadline and a moment at most; never
     * throws for anything that a target, a connector or a connection's settings do. Interruption
     * ends it early; whether anything was sent is then in the answer, which nobody may publish.
     *
     * @param again whether the command was delivered before and not answered
     */
    Answered execute(Command command, boolean again);
}
