package io.erpsync.connector.lime;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back for one request. */
sealed interface Reply {

    /**
     * Lime, or something in front of it, answered.
     *
     * @param date the answering server's clock, to the second
     */
    record Answered(int status, @Nullable Instant date, @Nullable Duration retryAfter, String body)
            implements Reply {

        private static final JsonMapper JSON =
                JsonMapper.builder()
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .build();

        boolean success() {
            return status >= 200 && status < 300;
        }

        /** The body when it is a JSON object, else null. */
        @Nullable JsonNode object() {
            JsonNode node = json();
            return node != null && node.isObject() ? node : null;
        }

        private @Nullable JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JacksonException e) {
                return null; // a proxy's page, or an answer cut short: the caller says which it is
            }
        }
    }

    /** The request was, or may have been, sent; no answer came. */
    record Lost(String words) implements Reply {}

    /** The request surely never left. */
    record NotSent(String words) implements Reply {}
}
