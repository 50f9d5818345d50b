package io.erpsync.sync.config;

/** Something that waiting does not mend; the process ends and says so. */
final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRun(String message) {
        super(message);
    }
}
