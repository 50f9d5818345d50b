package io.erpsync.demo.stack;

/** Something could not be started; the message says what, why, and where to look. */
public final class StartFailed extends RuntimeException {

    StartFailed(String message) {
        super(message);
    }
}
