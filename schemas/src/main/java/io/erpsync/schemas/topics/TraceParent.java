package io.erpsync.schemas.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * The trace context of a record as W3C's header {@code traceparent} has it: the journey is the
 * trace, and what the record is about, by its id, the span. The same ids give the same header, so
 * that a record that is written twice belongs to one span.
 */
public final class TraceParent {

    private static final int SPAN_DIGITS = 16;

    private TraceParent() {}

    /**
     * The header's value.
     *
     * @param correlationId the journey; every record of it belongs to one trace
     * @param id the id of the event, command or result
     */
    public static String of(String correlationId, String id) {
        return "00-" + trace(correlationId) + "-" + digits(id).substring(0, SPAN_DIGITS) + "-01";
    }

    /** A journey's id is a UUID, of which the digits are the trace's, so that either finds both. */
    private static String trace(String correlationId) {
        try {
            return plain(UUID.fromString(correlationId));
        } catch (IllegalArgumentException other) {
            return digits(correlationId);
        }
    }

    private static String digits(String text) {
        return plain(UUID.nameUUIDFromBytes(text.getBytes(UTF_8)));
    }

    private static String plain(UUID id) {
        return id.toString().replace("-", "");
    }
}
