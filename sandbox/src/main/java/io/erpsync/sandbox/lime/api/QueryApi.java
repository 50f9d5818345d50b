package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.Json;
import io.erpsync.sandbox.exchange.UnreadableJson;
import io.erpsync.sandbox.lime.search.QueryCommand;
import io.erpsync.sandbox.lime.search.ValueWriter;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query language: {@code query/}, by GET or POST. */
final class QueryApi {

    private final LimeCall call;

    QueryApi(LimeCall call) {
        this.call = call;
    }

    ApiReply answer() {
        ValueWriter writer =
                call.application().switches().optionObjects()
                        ? WireValues::write
                        : WireValues::writeKey;
        return ApiReply.json(
                200, Map.of("objects", new QueryCommand(query(), call.source(), writer).run()));
    }

    private Map<String, @Nullable Object> query() {
        return switch (call.method()) {
            case "POST" -> call.body();
            case "GET" -> fromParameter(call.request().parameter("q"));
            default -> throw call.methodNotAllowed();
        };
    }

    private static Map<String, @Nullable Object> fromParameter(@Nullable String text) {
        if (text == null) {
            throw LimeRefusal.badRequest("The parameter q is missing");
        }
        try {
            return Json.readObject(text);
        } catch (UnreadableJson unreadable) {
            throw LimeRefusal.badRequest("Invalid JSON in q: " + unreadable.getMessage());
        }
    }
}
