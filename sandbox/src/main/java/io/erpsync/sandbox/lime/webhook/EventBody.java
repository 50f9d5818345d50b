package io.erpsync.sandbox.lime.webhook;

import io.erpsync.sandbox.lime.store.LimeEvent;
import io.erpsync.sandbox.lime.store.LimeObject;
import io.erpsync.sandbox.lime.store.SqlServerTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a web hook: options as keys, system properties without their underscore. */
final class EventBody {

    private EventBody() {}

    static Map<String, @Nullable Object> of(LimeEvent event) {
        LimeObject object = event.object();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", object.id());
        body.put("limetype", object.limetype());
        if (event.kind() == LimeEvent.Kind.DELETE) {
            return body;
        }
        if (event.kind() == LimeEvent.Kind.UPDATE) {
            body.put("original_values", written(event.original()));
        }
        Map<String, @Nullable Object> values = written(object.values());
        values.put("id", object.id());
        values.put("createduser", object.createdUser());
        values.put("createdtime", SqlServerTime.format(object.createdTime()));
        values.put("updateduser", object.updatedUser());
        values.put("timestamp", SqlServerTime.format(object.timestamp()));
        body.put("values", values);
        return body;
    }

    private static Map<String, @Nullable Object> written(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        values.forEach(
                (name, value) ->
                        written.put(
                                name,
                                value instanceof Instant time
                                        ? SqlServerTime.format(time)
                                        : value));
        return written;
    }
}
