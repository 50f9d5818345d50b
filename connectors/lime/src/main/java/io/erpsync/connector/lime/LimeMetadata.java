package io.erpsync.connector.lime;

import io.erpsync.connector.Answer;
import io.erpsync.model.Outcome;
import io.erpsync.model.Urgency;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Lime says of its limetypes, remembered. It is asked again when somebody wants it fresh, and
 * when a record shows a property that was not known.
 */
final class LimeMetadata {

    private final LimeHttp http;
    private final LimeValues values;
    private final Map<String, LimeType> types = new ConcurrentHashMap<>();
    private final Set<String> inexplicable = ConcurrentHashMap.newKeySet();

    LimeMetadata(LimeHttp http, LimeValues values) {
        this.http = http;
        this.values = values;
    }

    Answer<LimeType> type(String name, Urgency urgency) {
        LimeType known = types.get(name);
        return known == null ? fresh(name, urgency) : new Answer.Got<>(known);
    }

    /** Asks Lime again. */
    Answer<LimeType> fresh(String name, Urgency urgency) {
        Reply reply = http.get("limetype/" + Urls.segment(name) + "/?_embed=properties", urgency);
        if (reply instanceof Reply.Answered answered && answered.success()) {
            JsonNode object = answered.object();
            LimeType type = object == null ? null : LimeType.read(name, object);
            if (type != null) {
                types.put(name, type);
                return new Answer.Got<>(type);
            }
        }
        Outcome failure = Verdict.ofRead(reply);
        return Verdict.failed(failure, "limetype '" + name + "' is not in this application");
    }

    /** Forgets a type, so that it is asked for again when it is next needed. */
    void forget(String name) {
        types.remove(name);
    }

    /** A reader of records of {@code type} with the wanted {@code fields}. */
    Answer<LimeRecords> records(String type, Set<String> fields, Urgency urgency) {
        return switch (type(type, urgency)) {
            case Answer.Failed<LimeType>(var reason, var retryAfter, var words) ->
                    new Answer.Failed<>(reason, retryAfter, words);
            case Answer.Got<LimeType>(LimeType known) -> records(known, fields, urgency);
        };
    }

    /**
     * {@code reader}, or a new one after another look at the metadata when {@code rows} hold
     * properties that it does not know. What a second look does not explain is not asked for again.
     */
    LimeRecords fitting(LimeRecords reader, Iterable<JsonNode> rows, Urgency urgency) {
        Set<String> unexplained = new TreeSet<>();
        for (JsonNode row : rows) {
            for (String name : reader.unexplained(row)) {
                if (!inexplicable.contains(reader.type().name() + "." + name)) {
                    unexplained.add(name);
                }
            }
        }
        if (unexplained.isEmpty()
                || !(fresh(reader.type().name(), urgency)
                        instanceof Answer.Got<LimeType>(var type))) {
            return reader;
        }
        unexplained.removeAll(type.properties().keySet());
        unexplained.forEach(name -> inexplicable.add(type.name() + "." + name));
        return new LimeRecords(type, reader.related(), reader.paths(), values);
    }

    private Answer<LimeRecords> records(LimeType type, Set<String> fields, Urgency urgency) {
        Map<String, LimeType> related = new TreeMap<>();
        Set<String> paths = new TreeSet<>();
        for (String field : fields) {
            String relation = LimeRecords.relationOf(type, field);
            if (relation == null) {
                continue;
            }
            paths.add(field);
            if (related.containsKey(relation)) {
                continue;
            }
            switch (type(relatedType(type, relation), urgency)) {
                case Answer.Got<LimeType>(LimeType other) -> related.put(relation, other);
                case Answer.Failed<LimeType>(var reason, var retryAfter, var words) -> {
                    return new Answer.Failed<>(reason, retryAfter, words);
                }
            }
        }
        return new Answer.Got<>(new LimeRecords(type, related, paths, values));
    }

    /** The limetype that a relation leads to; by convention it has the relation's name. */
    static String relatedType(LimeType type, String relation) {
        LimeType.Property property = type.property(relation);
        @Nullable String named = property == null ? null : property.relatedType();
        return named == null ? relation : named;
    }
}
