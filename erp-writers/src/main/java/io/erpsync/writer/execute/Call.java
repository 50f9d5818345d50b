package io.erpsync.writer.execute;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.Identity;
import io.erpsync.connector.ReadRequest;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One command as a call of the connector's port. */
public final class Call {

    private Call() {}

    /**
     * Blocks as the port does.
     *
     * @param fields what a read must bring
     * @param now on our clock
     */
    public static Outcome make(
            Command command,
            Attempt attempt,
            ConnectedSystem system,
            Set<String> fields,
            Instant now) {
        if (attempt instanceof Attempt.Unsettled) {
            return new Outcome.Unknown(
                    "a writer that stopped may have sent it; it is looked for once the system"
                            + " has settled");
        }
        Instant since = attempt instanceof Attempt.LookFirst(Instant from, _) ? from : null;
        Instant until = attempt instanceof Attempt.LookFirst(_, Instant to) ? to : null;
        return switch (command.task()) {
            case Task.Create(ObjectType type, Fields values) ->
                    system.create(
                            new CreateRequest(
                                    type, command.link(), values, since, until, command.urgency()));
            case Task.Update(ObjectType type, String id, Fields values, Set<String> answerWith) ->
                    system.update(
                            new UpdateRequest(
                                    type,
                                    id,
                                    values,
                                    since != null,
                                    command.urgency(),
                                    answerWith));
            case Task.Read(ObjectType type, String id) ->
                    system.read(new ReadRequest(type, id, fields, command.urgency()));
            case Task.Probe() -> probed(command, system.identify(), now);
        };
    }

    private static Outcome probed(Command command, Answer<Identity> answer, Instant now) {
        return switch (answer) {
            case Answer.Failed<Identity> failed ->
                    new Outcome.Unavailable(failed.reason(), failed.retryAfter(), failed.words());
            case Answer.Got<Identity>(Identity whom) ->
                    new Outcome.Applied(
                            new StoredRecord(
                                    new RecordReference(
                                            command.target(),
                                            "connection",
                                            command.connection().value()),
                                    null,
                                    fields(whom),
                                    now.plus(whom.clockSkew())));
        };
    }

    private static Fields fields(Identity whom) {
        TreeMap<String, Value> fields = new TreeMap<>();
        put(fields, "name", whom.name());
        put(fields, "company", whom.company());
        put(fields, "user", whom.user());
        return new Fields(fields);
    }

    private static void put(Map<String, Value> fields, String name, @Nullable String text) {
        fields.put(name, Value.text(text));
    }
}
