package io.erpsync.connector;

import io.erpsync.model.Urgency;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests through at the rate that the system publishes. A connector takes a permit before
 * each request, token requests excepted, and closes it when the request has ended.
 */
public interface RequestGate {

    /** A gate that never waits, for tools and tests. */
    RequestGate OPEN =
            urgency ->
                    new Permit() {
                        @Override
                        public void answered() {}

                        @Override
                        public void refused(@Nullable Duration retryAfter) {}

                        @Override
                        public void lost() {}
                    };

    /**
     * Blocks until a request may be sent. Interruption ends the wait with {@link
     * InterruptedException}.
     */
    Permit enter(Urgency urgency) throws InterruptedException;

    /**
     * The right to send one request; exactly one of its methods is called, once, when the request
     * has ended.
     */
    interface Permit {

        /** An answer came, whatever it said. */
        void answered();

        /** The system said that we are too fast, and perhaps how long to wait. */
        void refused(@Nullable Duration retryAfter);

        /** The request never left, so the system knows nothing of it. */
        default void notSent() {
            answered();
        }

        /** No answer came; the system may still be at work on it. */
        void lost();
    }
}
