package io.erpsync.writer.kafka;

import io.erpsync.model.CommandId;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.ObjectType;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.value.AvroValues;
import io.erpsync.writer.execute.Command;
import io.erpsync.writer.execute.Task;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The message of a command as ours. */
final class CommandReader {

    private final SystemName target;

    CommandReader(SystemName target) {
        this.target = target;
    }

    /**
     * Throws {@link IllegalArgumentException} when the message asks for something that this version
     * does not know, or names nothing that can be done; its text holds no value of a field.
     */
    Command read(io.erpsync.schemas.message.Command message) {
        if (!target.value().equals(message.getSystem())) {
            throw new IllegalArgumentException(
                    "the command is for " + message.getSystem() + ", this writer is " + target);
        }
        return new Command(
                new CommandId(message.getCommandId()),
                new ConnectionName(message.getConnection()),
                new LinkId(message.getLinkId()),
                target,
                message.getType(),
                task(message),
                cell(message),
                message.getAttemptedSince(),
                urgency(message),
                message.getIssuedAt());
    }

    private static Task task(io.erpsync.schemas.message.Command message) {
        Action action = message.getAction();
        return switch (action) {
            case CREATE -> new Task.Create(type(message), AvroValues.toModel(message.getFields()));
            case UPDATE ->
                    new Task.Update(
                            type(message),
                            id(message.getId()),
                            AvroValues.toModel(message.getFields()),
                            Set.copyOf(message.getAnswerWith()));
            case READ -> new Task.Read(type(message), id(message.getId()));
            case PROBE -> new Task.Probe();
            case UNRECOGNISED ->
                    throw new IllegalArgumentException("the action is of a newer version");
        };
    }

    private static ObjectType type(io.erpsync.schemas.message.Command message) {
        return ObjectType.of(message.getObjectType());
    }

    private static String id(@Nullable String id) {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("the command names no record");
        }
        return id;
    }

    private static MatrixCell cell(io.erpsync.schemas.message.Command message) {
        return switch (message.getCell()) {
            case CREATE_FROM_LIME -> MatrixCell.CREATE_FROM_LIME;
            case CREATE_FROM_ERP -> MatrixCell.CREATE_FROM_ERP;
            case UPDATE_FROM_LIME -> MatrixCell.UPDATE_FROM_LIME;
            case UPDATE_FROM_ERP -> MatrixCell.UPDATE_FROM_ERP;
            case ANSWER -> MatrixCell.ANSWER;
            case NONE -> MatrixCell.NONE;
            case UNRECOGNISED ->
                    throw new IllegalArgumentException(
                            "the cell of the matrix is of a newer version");
        };
    }

    private static Urgency urgency(io.erpsync.schemas.message.Command message) {
        return switch (message.getUrgency()) {
            case INTERACTIVE -> Urgency.INTERACTIVE;
            case BACKGROUND, UNRECOGNISED -> Urgency.BACKGROUND;
        };
    }
}
