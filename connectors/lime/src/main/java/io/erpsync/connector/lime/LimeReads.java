package io.erpsync.connector.lime;

import io.erpsync.connector.Answer;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one record, or one page of a list. */
final class LimeReads {

    private final LimeHttp http;
    private final LimeMetadata metadata;

    LimeReads(LimeHttp http, LimeMetadata metadata) {
        this.http = http;
        this.metadata = metadata;
    }

    /**
     * One page of a list.
     *
     * @param nextQuery the query of the link to the next page; null on the last
     * @param date the server's clock
     */
    record Page(List<JsonNode> rows, @Nullable String nextQuery, @Nullable Instant date) {

        Page {
            rows = List.copyOf(rows);
        }
    }

    Outcome one(LimeRecords reader, String id, Urgency urgency) {
        String type = reader.type().name();
        String embedding = reader.embedding();
        Reply reply =
                http.get(
                        "limeobject/"
                                + Urls.segment(type)
                                + "/"
                                + Urls.segment(id)
                                + "/"
                                + (embedding.isEmpty() ? "" : "?" + embedding.substring(1)),
                        urgency);
        if (reply instanceof Reply.Answered answered && answered.success()) {
            JsonNode object = answered.object();
            if (object != null && id.equals(LimeRecords.id(object))) {
                LimeRecords fitting = metadata.fitting(reader, List.of(object), urgency);
                StoredRecord record = fitting.read(object);
                if (record != null) {
                    return new Outcome.Applied(record);
                }
            }
            return new Outcome.Unavailable(
                    Reason.UNEXPECTED_ANSWER, null, "the answer is not the record asked for");
        }
        return Verdict.ofRead(reply);
    }

    /** The list of {@code type} that {@code query} selects. */
    Answer<Page> page(String type, String query, Urgency urgency) {
        Reply reply = http.get("limeobject/" + Urls.segment(type) + "/?" + query, urgency);
        if (reply instanceof Reply.Answered answered && answered.success()) {
            Page page = page(answered);
            if (page != null) {
                return new Answer.Got<>(page);
            }
            return new Answer.Failed<>(
                    Reason.UNEXPECTED_ANSWER, null, "the answer is not a list of records");
        }
        return Verdict.failed(
                Verdict.ofRead(reply), "limetype '" + type + "' is not in this application");
    }

    private static @Nullable Page page(Reply.Answered answered) {
        JsonNode object = answered.object();
        if (object == null) {
            return null;
        }
        JsonNode listed = object.path("_embedded").path("limeobjects");
        // A list without records may leave them out; any other object is not a list, and to take
        // it for an empty one would pass over changes.
        if (!listed.isArray() && !object.path("_links").path("self").isObject()) {
            return null;
        }
        List<JsonNode> rows = new ArrayList<>();
        listed.forEach(rows::add);
        String next = object.path("_links").path("next").path("href").asString("");
        int query = next.indexOf('?');
        // Only the query is followed: the key must not travel to an address that an answer names.
        return new Page(rows, query < 0 ? null : next.substring(query + 1), answered.date());
    }
}
