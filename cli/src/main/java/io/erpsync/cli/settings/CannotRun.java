package io.erpsync.cli.settings;

/** A command ends early; the message is all that the person needs. */
public final class CannotRun extends RuntimeException {

    private final int exitCode;

    private CannotRun(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public static CannotRun usage(String message) {
        return new CannotRun(ExitCodes.USAGE, message);
    }

    public static CannotRun fault(String message) {
        return new CannotRun(ExitCodes.FAULTS, message);
    }

    public static CannotRun unreachable(String message) {
        return new CannotRun(ExitCodes.UNREACHABLE, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
