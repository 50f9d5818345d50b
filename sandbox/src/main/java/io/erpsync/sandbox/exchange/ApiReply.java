package io.erpsync.sandbox.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One answer; an empty body has no content type. */
public record ApiReply(int status, Map<String, String> headers, String body) {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";

    public ApiReply {
        headers = Map.copyOf(headers);
    }

    public static ApiReply json(int status, @Nullable Object content) {
        return text(status, JSON, Json.write(content));
    }

    public static ApiReply text(int status, String contentType, String body) {
        return new ApiReply(status, Map.of(CONTENT_TYPE, contentType), body);
    }

    public static ApiReply empty(int status) {
        return new ApiReply(status, Map.of(), "");
    }

    public boolean isJson() {
        return JSON.equals(headers.get(CONTENT_TYPE));
    }

    public ApiReply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiReply(status, more, body);
    }
}
