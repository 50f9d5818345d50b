package io.erpsync.connector.lime;

import io.erpsync.connector.Answer;
import io.erpsync.model.Reason;
import io.erpsync.model.Urgency;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Goes through a list by id, page after page. Which way {@code _sort} sorts is nowhere documented,
 * and an old server may know neither it nor a bound on the id: so the data decide, and where
 * neither direction works the links to the next page are followed instead, form unseen.
 */
final class LimePages {

    private final LimeReads reads;
    private final int pageSize;
    private volatile Way way = Way.BY_ID;

    LimePages(LimeReads reads, int pageSize) {
        this.reads = reads;
        this.pageSize = pageSize;
    }

    private enum Way {
        BY_ID("_sort=_id&"),
        BY_ID_SORTED_THE_OTHER_WAY("_sort=-_id&"),
        BY_LINK("");

        private final String sort;

        Way(String sort) {
            this.sort = sort;
        }
    }

    /**
     * What one request brought.
     *
     * @param rows those not met before in this run
     * @param lastId the highest id met in this run
     * @param next the query to go on with; null to go on after {@code lastId}
     */
    record Step(
            List<JsonNode> rows,
            long lastId,
            @Nullable String next,
            boolean last,
            java.time.@Nullable Instant date) {

        Step {
            rows = List.copyOf(rows);
        }
    }

    /** The step after {@code position} through the list that {@code filter} selects. */
    Answer<Step> read(LimeRecords reader, String filter, LimePosition position) {
        if (position.next() != null) {
            return byLink(reader, position.next(), position);
        }
        Way first = way;
        for (Way candidate : Way.values()) {
            if (candidate.compareTo(first) < 0) {
                continue;
            }
            String query = filter + candidate.sort + "_limit=" + pageSize + reader.embedding();
            Answer<Step> step =
                    candidate == Way.BY_LINK
                            ? byLink(reader, query, position)
                            : byId(reader, query, position);
            if (step != null) {
                if (step instanceof Answer.Got<Step>) {
                    way = candidate;
                }
                return step;
            }
        }
        return notAList("the list is in no order that can be read");
    }

    private @Nullable Answer<Step> byId(LimeRecords reader, String list, LimePosition position) {
        long after = position.lastId();
        String query = after == 0 ? list : "min-_id=" + after + "&" + list;
        Answer<LimeReads.Page> answer = reads.page(reader.type().name(), query, Urgency.BACKGROUND);
        if (answer instanceof Answer.Failed<LimeReads.Page>(var reason, var retry, var words)) {
            return reason == Reason.REFUSED_BY_RULE
                    ? null // perhaps this server knows no bound on an id
                    : new Answer.Failed<>(reason, retry, words);
        }
        LimeReads.Page page = ((Answer.Got<LimeReads.Page>) answer).value();
        List<JsonNode> fresh = new ArrayList<>();
        long before = Long.MIN_VALUE;
        long last = after;
        for (JsonNode row : page.rows()) {
            long id = id(row);
            if (id < after || id < before) {
                return null;
            }
            before = id;
            if (id > after) {
                fresh.add(row);
                last = Math.max(last, id);
            }
        }
        boolean more = page.nextQuery() != null || page.rows().size() >= pageSize;
        if (more && fresh.isEmpty()) {
            return null;
        }
        return new Answer.Got<>(new Step(fresh, last, null, !more, page.date()));
    }

    private Answer<Step> byLink(LimeRecords reader, String query, LimePosition position) {
        Answer<LimeReads.Page> answer = reads.page(reader.type().name(), query, Urgency.BACKGROUND);
        return switch (answer) {
            // A list that Lime refuses is no fault of any one record.
            case Answer.Failed<LimeReads.Page>(var reason, var retry, var words) ->
                    new Answer.Failed<>(
                            reason == Reason.REFUSED_BY_RULE ? Reason.UNEXPECTED_ANSWER : reason,
                            retry,
                            words);
            case Answer.Got<LimeReads.Page>(LimeReads.Page page)
                    when query.equals(page.nextQuery()) ->
                    notAList("the link to the next page leads to the page itself");
            case Answer.Got<LimeReads.Page>(LimeReads.Page page) ->
                    new Answer.Got<>(
                            new Step(
                                    page.rows(),
                                    position.lastId(),
                                    page.nextQuery(),
                                    page.nextQuery() == null,
                                    page.date()));
        };
    }

    private static long id(JsonNode row) {
        return row.path("_id").asLong(Long.MIN_VALUE);
    }

    private static <T> Answer<T> notAList(String words) {
        return new Answer.Failed<>(Reason.UNEXPECTED_ANSWER, null, words);
    }
}
