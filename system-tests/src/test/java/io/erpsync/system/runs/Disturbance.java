package io.erpsync.system.runs;

import io.erpsync.system.evidence.Restart;
import java.io.IOException;
import java.util.List;

/** What happens beside the people of a run. */
interface Disturbance {

    /** Begins when people begin to work. */
    void begin();

    /** Ends it, so that everything can become quiet. */
    Aftermath end() throws IOException;

    /**
     * What it leaves to be known.
     *
     * @param refused how many requests were refused as too many though they were not
     */
    record Aftermath(List<Restart> restarts, int refused) {

        public Aftermath {
            restarts = List.copyOf(restarts);
        }
    }

    /** Nothing happens. */
    static Disturbance none() {
        return new Disturbance() {
            @Override
            public void begin() {
                // People alone are enough.
            }

            @Override
            public Aftermath end() {
                return new Aftermath(List.of(), 0);
            }
        };
    }
}
