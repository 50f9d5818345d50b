package io.erpsync.writer.execute;

import io.erpsync.model.Action;
import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import java.util.Set;

/** What a command asks for, with what only that kind needs. */
public sealed interface Task {

    record Create(ObjectType type, Fields fields) implements Task {}

    /** {@code answerWith} are fields over a relation that the answer must hold too. */
    record Update(ObjectType type, String id, Fields fields, Set<String> answerWith)
            implements Task {

        public Update {
            answerWith = Set.copyOf(answerWith);
        }
    }

    record Read(ObjectType type, String id) implements Task {}

    record Probe() implements Task {}

    default Action action() {
        return switch (this) {
            case Create _ -> Action.CREATE;
            case Update _ -> Action.UPDATE;
            case Read _ -> Action.READ;
            case Probe _ -> Action.PROBE;
        };
    }

    /** Whether the target is changed by it. */
    default boolean writes() {
        return switch (this) {
            case Create _, Update _ -> true;
            case Read _, Probe _ -> false;
        };
    }
}
