package io.erpsync.connector.lime;

import io.erpsync.connector.Answer;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Creates and changes records. */
final class LimeWrites {

    private final LimeSettings settings;
    private final LimeHttp http;
    private final LimeMetadata metadata;
    private final LimeReads reads;
    private final LimeValues values;

    LimeWrites(LimeSettings settings, LimeHttp http, LimeMetadata metadata, LimeReads reads) {
        this.settings = settings;
        this.http = http;
        this.metadata = metadata;
        this.reads = reads;
        this.values = new LimeValues(settings.zone());
    }

    Outcome update(String type, UpdateRequest request) {
        return switch (readerFor(type, request.fields(), request.answerWith(), request.urgency())) {
            case Answer.Failed<LimeRecords> failed ->
                    unseen(Verdict.outcome(failed), request.readFirst());
            case Answer.Got<LimeRecords>(LimeRecords reader) ->
                    whole(update(reader, request), reader, request);
        };
    }

    Outcome create(String type, CreateRequest request) {
        boolean attempted = request.attemptedSince() != null;
        return switch (readerFor(type, request.fields(), Set.of(), request.urgency())) {
            case Answer.Failed<LimeRecords> failed -> unseen(Verdict.outcome(failed), attempted);
            case Answer.Got<LimeRecords>(LimeRecords reader) -> {
                Outcome found = attempted ? find(reader, request) : null;
                yield found != null
                        ? unseen(found, true)
                        : send(
                                HttpMethod.POST,
                                path(reader, null),
                                reader,
                                request.fields(),
                                request.urgency());
            }
        };
    }

    /**
     * Lime answers a write with the record alone. What is wanted over its relations is read after
     * it; where that fails nobody knows what was written together with what.
     */
    private Outcome whole(Outcome outcome, LimeRecords reader, UpdateRequest request) {
        if (!(outcome instanceof Outcome.Applied(StoredRecord record))
                || record.fields().names().containsAll(reader.paths())) {
            return outcome;
        }
        Outcome read = reads.one(reader, request.id(), request.urgency());
        return read instanceof Outcome.Unavailable(_, _, String words)
                ? new Outcome.Unknown("written, but not to be read after it: " + words)
                : read;
    }

    private Outcome update(LimeRecords reader, UpdateRequest request) {
        Fields fields = request.fields();
        if (request.readFirst() || fields.isEmpty()) {
            Outcome now = reads.one(reader, request.id(), request.urgency());
            if (!(now instanceof Outcome.Applied(StoredRecord held))) {
                return unseen(now, request.readFirst());
            }
            fields = notYetHeld(fields, held.fields());
            if (fields.isEmpty()) {
                return now;
            }
        }
        String path = path(reader, request.id());
        return send(HttpMethod.PUT, path, reader, fields, request.urgency());
    }

    /**
     * What a failed look means: after an earlier attempt it leaves open whether that one wrote,
     * which is more than that this one did not.
     */
    private static Outcome unseen(Outcome look, boolean attempted) {
        return attempted && look instanceof Outcome.Unavailable(_, _, String words)
                ? new Outcome.Unknown("the earlier attempt could not be looked for: " + words)
                : look;
    }

    private static Fields notYetHeld(Fields wanted, Fields held) {
        Map<String, Value> missing = new TreeMap<>(wanted.values());
        missing.entrySet()
                .removeIf(
                        field ->
                                held.has(field.getKey())
                                        && LimeValues.same(
                                                held.get(field.getKey()), field.getValue()));
        return Fields.of(missing);
    }

    /** The record that an earlier attempt made; null when there surely is none. */
    private @Nullable Outcome find(LimeRecords reader, CreateRequest request) {
        String property = settings.numberProperty();
        Value number = request.fields().get(property);
        if (number.isEmpty()) {
            return new Outcome.Refused(
                    Reason.REQUIRED_MISSING,
                    property,
                    "without a number an earlier attempt cannot be found again");
        }
        String query = Urls.parameter(property, number.shown()) + "&_limit=50";
        return switch (reads.page(reader.type().name(), query, request.urgency())) {
            case Answer.Failed<LimeReads.Page> failed -> Verdict.outcome(failed);
            case Answer.Got<LimeReads.Page>(LimeReads.Page page) ->
                    found(reader, page, number, request.urgency());
        };
    }

    private @Nullable Outcome found(
            LimeRecords reader, LimeReads.Page page, Value number, Urgency urgency) {
        // The database may compare without case, and an old server may not filter at all.
        List<String> ids =
                page.rows().stream()
                        .map(reader::read)
                        .filter(row -> row != null)
                        .filter(row -> number.equals(row.fields().get(settings.numberProperty())))
                        .map(row -> row.reference().id())
                        .toList();
        if (ids.size() == 1) {
            Outcome one = reads.one(reader, ids.getFirst(), urgency);
            return one instanceof Outcome.Absent ? null : one;
        }
        if (ids.size() > 1) {
            return new Outcome.Refused(
                    Reason.AMBIGUOUS_MATCH,
                    settings.numberProperty(),
                    "several records have the number " + number.shown() + ": " + ids);
        }
        return page.nextQuery() == null
                ? null
                : new Outcome.Unavailable(
                        Reason.UNEXPECTED_ANSWER, null, "the list is not limited to the number");
    }

    private Outcome send(
            HttpMethod method, String path, LimeRecords reader, Fields fields, Urgency urgency) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Value> field : fields.values().entrySet()) {
            LimeType.Property property = reader.type().property(field.getKey());
            if (property == null) {
                return new Outcome.Refused(
                        Reason.MAPPING_NOT_VALID,
                        field.getKey(),
                        "'%s' has no property '%s' that can be written"
                                .formatted(reader.type().name(), field.getKey()));
            }
            JsonNode value = values.write(property, field.getValue());
            if (value == null) {
                return new Outcome.Refused(
                        Reason.INVALID_VALUE,
                        field.getKey(),
                        "'%s' does not take this value".formatted(property.localName()));
            }
            body.set(field.getKey(), value);
        }
        return outcome(http.send(method, path, body, urgency), reader, fields, urgency);
    }

    private Outcome outcome(Reply reply, LimeRecords reader, Fields sent, Urgency urgency) {
        if (reply instanceof Reply.Answered answered && answered.success()) {
            JsonNode object = answered.object();
            StoredRecord record =
                    object == null
                            ? null
                            : metadata.fitting(reader, List.of(object), urgency).read(object);
            return record == null
                    ? new Outcome.Unknown("the answer is not a record")
                    : new Outcome.Applied(record);
        }
        Outcome outcome = Verdict.ofWrite(reply);
        if (outcome != null) {
            return outcome;
        }
        Outcome.Refused refused =
                new Refusal(settings, reader.type(), sent)
                        .read(Verdict.words((Reply.Answered) reply));
        if (refused.reason() == Reason.MAPPING_NOT_VALID
                || refused.reason() == Reason.UNKNOWN_OPTION) {
            metadata.forget(reader.type().name());
        }
        return refused;
    }

    /** A reader whose metadata is fresh enough to know all of {@code fields}, if Lime has them. */
    private Answer<LimeRecords> readerFor(
            String type, Fields fields, Set<String> answerWith, Urgency urgency) {
        Answer<LimeRecords> known = metadata.records(type, answerWith, urgency);
        if (known instanceof Answer.Got<LimeRecords>(LimeRecords reader)
                && !reader.type().properties().keySet().containsAll(fields.names())) {
            metadata.forget(type);
            return metadata.records(type, answerWith, urgency);
        }
        return known;
    }

    private static String path(LimeRecords reader, @Nullable String id) {
        String list = "limeobject/" + Urls.segment(reader.type().name()) + "/";
        return id == null ? list : list + Urls.segment(id) + "/";
    }
}
