package io.erpsync.schemas.topics;

import io.erpsync.model.SystemName;

/** The topics, by name. */
public final class Topics {

    public static final String LIME_CHANGES = "lime.changes";
    public static final String ERP_CHANGES = "erp.changes";
    public static final String RESULTS = "results";
    public static final String CONTROL = "control";
    public static final String CATALOGUES = "catalogues";
    public static final String HINTS = "hints";
    public static final String CURSORS = "cursors";
    public static final String LINKS = "links";
    public static final String HISTORY = "history";
    public static final String DEAD_LETTERS = "dead-letters";

    /** Kafka Streams' own last net, uncompacted: what not even our code could take in. */
    public static final String STREAMS_DEAD_LETTERS = "dead-letters.streams";

    private static final String COMMANDS = "commands.";

    private Topics() {}

    /** The commands to one target. */
    public static String commandsTo(SystemName target) {
        return COMMANDS + target.value();
    }
}
