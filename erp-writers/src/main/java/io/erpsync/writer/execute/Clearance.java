package io.erpsync.writer.execute;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.SystemName;
import org.jspecify.annotations.Nullable;

/**
 * The last look at the direction matrix, as it is now and not as it was when the engine decided.
 */
public final class Clearance {

    private Clearance() {}

    /**
     * Why {@code command} may not be carried out under the rules of its connection, null when there
     * is no such connection; null when it may.
     */
    public static @Nullable Outcome refusal(@Nullable Connection connection, Command command) {
        if (connection == null) {
            return new Outcome.Unavailable(
                    Reason.SETTINGS_FAULT,
                    null,
                    "connection " + command.connection() + " is not configured, or is broken");
        }
        if (!isSideOf(connection, command.target())) {
            return new Outcome.Unavailable(
                    Reason.SETTINGS_FAULT,
                    null,
                    "connection " + connection.name() + " has no system " + command.target());
        }
        return switch (command.task()) {
            case Task.Probe _ -> connection.mode() == Mode.OFF ? off(connection) : null;
            case Task.Read _ -> connection.mode() == Mode.OFF ? off(connection) : null;
            case Task.Create(ObjectType type, _) -> write(connection, type, command);
            case Task.Update(ObjectType type, _, _, _) -> write(connection, type, command);
        };
    }

    private static boolean isSideOf(Connection connection, SystemName system) {
        return system.equals(SystemName.LIME) || system.equals(connection.erpSystem());
    }

    private static @Nullable Outcome write(
            Connection connection, ObjectType type, Command command) {
        if (connection.mode() != Mode.LIVE) {
            return off(connection);
        }
        ObjectRules rules = connection.rules(type);
        if (rules == null) {
            return closed("connection " + connection.name() + " does not keep " + type.word());
        }
        if (!fits(command) || !rules.directions().opens(command.cell())) {
            return closed(
                    "%s of %s by cell %s is closed in connection %s"
                            .formatted(
                                    command.task().action(),
                                    type.word(),
                                    command.cell(),
                                    connection.name()));
        }
        return null;
    }

    /** Whether that cell can ever let that action reach that target. */
    private static boolean fits(Command command) {
        boolean toLime = command.target().equals(SystemName.LIME);
        boolean creates = command.task() instanceof Task.Create;
        return switch (command.cell()) {
            case CREATE_FROM_LIME -> creates && !toLime;
            case CREATE_FROM_ERP -> creates && toLime;
            case UPDATE_FROM_LIME -> !creates && !toLime;
            case UPDATE_FROM_ERP, ANSWER -> !creates && toLime;
            case NONE -> false;
        };
    }

    private static Outcome off(Connection connection) {
        return closed(
                "connection "
                        + connection.name()
                        + " is in mode "
                        + connection.mode()
                        + ", not LIVE");
    }

    private static Outcome closed(String words) {
        return new Outcome.Refused(Reason.DIRECTION_CLOSED, null, words);
    }
}
