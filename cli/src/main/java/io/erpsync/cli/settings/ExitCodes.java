package io.erpsync.cli.settings;

/** What the process ends with. */
public final class ExitCodes {

    public static final int OK = 0;

    /** It ran, and what it looked at is not as it should be, or not there, or was not agreed to. */
    public static final int FAULTS = 1;

    /** The arguments or settings do not allow it to run. */
    public static final int USAGE = 2;

    /** The brokers or the registry did not answer. */
    public static final int UNREACHABLE = 3;

    /** A fault of the program itself. */
    public static final int OWN_FAULT = 4;

    private ExitCodes() {}
}
