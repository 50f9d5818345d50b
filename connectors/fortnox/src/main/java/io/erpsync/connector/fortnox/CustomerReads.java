package io.erpsync.connector.fortnox;

import io.erpsync.model.Urgency;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads details and lists; an answer that is neither is no answer. */
final class CustomerReads {

    static final int LONGEST_LIST = 500;

    private static final String PATH = "customers";
    private static final ZoneId SERVER_ZONE = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final FortnoxApi api;

    CustomerReads(FortnoxApi api) {
        this.api = api;
    }

    static String path(String number) {
        return PATH + "/" + FortnoxApi.encoded(number);
    }

    /** One customer in full; {@link Reply.Good} only with that customer in it. */
    Reply detail(String number, Urgency urgency) {
        Reply reply = api.get(path(number), Map.of(), urgency);
        return reply instanceof Reply.Good(JsonNode body, ServerTime _)
                        && !number.equals(CustomerRecords.numberOf(body.path("Customer")))
                ? FortnoxApi.unexpected("an answer without the customer asked for")
                : reply;
    }

    /** Part of a list in the order of customer numbers; {@link Reply.Good} only with a list. */
    Reply list(Map<String, String> search, int offset, int limit, Urgency urgency) {
        Map<String, String> query = new TreeMap<>(search);
        query.put("sortby", "customernumber");
        query.put("sortorder", "ascending");
        query.put("offset", Integer.toString(offset));
        query.put("limit", Integer.toString(limit));
        Reply reply = api.get(PATH, query, urgency);
        return reply instanceof Reply.Good(JsonNode body, ServerTime _)
                        && !body.path(CustomerRecords.LIST).isArray()
                ? FortnoxApi.unexpected("an answer without a list of customers")
                : reply;
    }

    /** How many customers a list has on all its pages. */
    static int total(JsonNode body) {
        int shown = body.path(CustomerRecords.LIST).size();
        return body.path("MetaInformation").path("@TotalResources").asInt(shown);
    }

    /** The search for what was changed at or after {@code since}. */
    static Map<String, String> changedSince(Instant since) {
        return changedSince(since, null);
    }

    /** The same, but never for what was changed before {@code earliest}. */
    static Map<String, String> changedSince(Instant since, @Nullable Instant earliest) {
        LocalDateTime asked = wallClock(since);
        LocalDateTime floor = earliest == null ? asked : firstShownFrom(earliest);
        return Map.of("lastmodified", WALL_CLOCK.format(asked.isBefore(floor) ? floor : asked));
    }

    /**
     * The moment as Fortnox's clock on the wall shows it. In the autumn hour that comes twice, one
     * hour earlier: nobody can say which of the two is meant, and what changed in the second may
     * show an earlier time than what changed in the first.
     */
    private static LocalDateTime wallClock(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, SERVER_ZONE);
        return overlap(local) == null ? local : local.minusHours(1);
    }

    /**
     * A time that the clock on the wall shows at no moment from {@code moment} on before. In the
     * hour that comes twice it is the last second before that hour: the only one nearby of which
     * everybody can say which is meant.
     */
    private static LocalDateTime firstShownFrom(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, SERVER_ZONE);
        ZoneOffsetTransition change = overlap(local);
        return change == null ? local : change.getDateTimeAfter().minusSeconds(1);
    }

    private static @Nullable ZoneOffsetTransition overlap(LocalDateTime local) {
        ZoneOffsetTransition change = SERVER_ZONE.getRules().getTransition(local);
        return change != null && change.isOverlap() ? change : null;
    }
}
