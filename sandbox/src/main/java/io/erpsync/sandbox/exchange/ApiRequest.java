package io.erpsync.sandbox.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came in.
 *
 * @param path as sent, percent-encoded
 * @param rawQuery as sent, without the question mark, or empty
 * @param headers by lower-case name
 * @param origin scheme, host and port as the client named them
 * @param asOf the past moment that a stale read shows, or absent for the present
 */
public record ApiRequest(
        String method,
        String path,
        String rawQuery,
        Map<String, String> headers,
        String body,
        String clientAddress,
        String origin,
        @Nullable Instant asOf) {

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    /** The decoded path segments; a trailing slash adds none. */
    public List<String> segments() {
        return Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
    }

    /** The decoded query parameters in the order sent. */
    public Map<String, List<String>> query() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.computeIfAbsent(decode(name), _ -> new ArrayList<>()).add(decode(value));
            }
        }
        return parameters;
    }

    public @Nullable String parameter(String name) {
        List<String> values = query().get(name);
        return values == null ? null : values.getFirst();
    }

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The same request, to be answered with the state of a past moment. */
    public ApiRequest asOf(Instant moment) {
        return new ApiRequest(method, path, rawQuery, headers, body, clientAddress, origin, moment);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            // A stray percent sign: the text is taken as it stands and will match nothing.
            return text;
        }
    }
}
