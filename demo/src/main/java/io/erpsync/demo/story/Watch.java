package io.erpsync.demo.story;

import java.io.IOException;
import java.time.Duration;

/** Waits for things to be seen, and tells whether they were and how long it took. */
final class Watch {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Teller teller;
    private final Duration patience;
    private final Duration pause;
    private boolean allSeen = true;

    Watch(Teller teller) {
        this(teller, PATIENCE, PAUSE);
    }

    Watch(Teller teller, Duration patience, Duration pause) {
        this.teller = teller;
        this.patience = patience;
        this.pause = pause;
    }

    /** Something that can be looked for, and found or not. */
    @FunctionalInterface
    interface Sight {
        boolean isSeen() throws IOException;
    }

    boolean allSeen() {
        return allSeen;
    }

    /** Looks until {@code sight} is seen or patience ends; {@code what} is told either way. */
    boolean sees(String what, Sight sight) throws IOException {
        long began = System.nanoTime();
        boolean seen = sight.isSeen();
        while (!seen && elapsed(began).compareTo(patience) < 0) {
            pause();
            seen = sight.isSeen();
        }
        if (seen) {
            teller.seen(what, elapsed(began));
        } else {
            teller.missed(what, elapsed(began));
            allSeen = false;
        }
        return seen;
    }

    /** A chapter that broke off. */
    void broke(String why) {
        teller.missed(why, Duration.ZERO);
        allSeen = false;
    }

    private static Duration elapsed(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }
}
