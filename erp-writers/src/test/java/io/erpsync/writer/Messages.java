package io.erpsync.writer;

import io.erpsync.schemas.contract.TrustedMessages;
import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.MatrixCell;
import io.erpsync.schemas.message.Urgency;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands as the engine would send them to Fortnox. */
public final class Messages {

    static {
        // As every codec does first; these tests build messages before there is one.
        TrustedMessages.trust();
    }

    private Messages() {}

    public static Command creating(String connection, String link, String name) {
        return command(connection, link, link + "-create", Action.CREATE, null, name);
    }

    public static Command updating(String connection, String link, String id, String name) {
        return command(connection, link, link + "-update", Action.UPDATE, id, name);
    }

    public static Command probing(String connection) {
        return command(connection, connection, connection + "-probe", Action.PROBE, null, "");
    }

    private static Command command(
            String connection,
            String link,
            String commandId,
            Action action,
            @Nullable String id,
            String name) {
        return Command.newBuilder()
                .setCommandId(commandId)
                .setConnection(connection)
                .setLinkId(link)
                .setSystem("fortnox")
                .setObjectType("customer")
                .setType("customer")
                .setAction(action)
                .setId(id)
                .setFields(name.isEmpty() ? Map.of() : Map.of("Name", name))
                .setCell(cell(action))
                .setUrgency(Urgency.BACKGROUND)
                .setIssuedAt(Instant.now())
                .setRulesVersion("1")
                .build();
    }

    private static MatrixCell cell(Action action) {
        return switch (action) {
            case CREATE -> MatrixCell.CREATE_FROM_LIME;
            case UPDATE -> MatrixCell.UPDATE_FROM_LIME;
            case READ, PROBE, UNRECOGNISED -> MatrixCell.NONE;
        };
    }
}
