package io.erpsync.schemas.topics;

/**
 * The names of record headers; values are UTF-8. A command carries enough of them for its result to
 * be settled when its body cannot be read.
 */
public final class Headers {

    public static final String CORRELATION_ID = "erpsync-correlation-id";
    public static final String CAUSATION_ID = "erpsync-causation-id";
    public static final String CONNECTION = "erpsync-connection";
    public static final String LINK_ID = "erpsync-link-id";
    public static final String COMMAND_ID = "erpsync-command-id";
    public static final String SYSTEM = "erpsync-system";
    public static final String ACTION = "erpsync-action";
    public static final String TRACE_PARENT = "traceparent";

    private Headers() {}
}
