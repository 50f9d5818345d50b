package io.erpsync.sync.translate;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.MatrixCell;
import io.erpsync.schemas.value.AvroValues;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import java.time.Instant;

/** Commands, to Avro. */
public final class CommandTranslator {

    private CommandTranslator() {}

    public static SystemName target(Order order, Connection connection) {
        return order.target() == Side.LIME ? SystemName.LIME : connection.erpSystem();
    }

    public static String type(Order order, ObjectRules rules) {
        return order.target() == Side.LIME ? rules.limeType() : rules.erpType();
    }

    public static Command command(
            Order order, Link link, Connection connection, ObjectRules rules, Instant now) {
        return Command.newBuilder()
                .setCommandId(order.command().value())
                .setConnection(connection.name().value())
                .setLinkId(link.id().value())
                .setSystem(target(order, connection).value())
                .setObjectType(link.type().word())
                .setType(type(order, rules))
                .setAction(Action.valueOf(order.action().name()))
                .setId(order.id())
                .setFields(AvroValues.toAvro(order.fields()))
                .setCell(MatrixCell.valueOf(order.cell().name()))
                .setAttemptedSince(order.attemptedSince())
                .setUrgency(urgency(link.urgency()))
                .setIssuedAt(now)
                .setRulesVersion(connection.rulesVersion())
                .setAnswerWith(order.answerWith().stream().sorted().toList())
                .build();
    }

    private static io.erpsync.schemas.message.Urgency urgency(Urgency urgency) {
        return io.erpsync.schemas.message.Urgency.valueOf(urgency.name());
    }
}
