package io.erpsync.writer.execute;

/** Whether the group still counts us in, so that nobody else carries out the same commands. */
public interface Lease {

    /** Whether a request may be sent now. */
    boolean isHeld();

    /** Blocks until a request may be sent. */
    void await() throws InterruptedException;
}
