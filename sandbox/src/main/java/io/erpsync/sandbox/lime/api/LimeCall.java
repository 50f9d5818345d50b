package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.Json;
import io.erpsync.sandbox.exchange.UnreadableJson;
import io.erpsync.sandbox.lime.search.ObjectSource;
import io.erpsync.sandbox.lime.store.LimeApplication;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import io.erpsync.sandbox.lime.store.LimeUser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One authorised request.
 *
 * @param path the segments after the name of the interface
 * @param base the address of the interface's root, without a slash at its end
 */
record LimeCall(
        Installation installation,
        LimeUser user,
        ApiRequest request,
        List<String> path,
        String base) {

    LimeApplication application() {
        return installation.application();
    }

    String method() {
        return request.method();
    }

    Map<String, @Nullable Object> body() {
        try {
            return Json.readObject(request.body());
        } catch (UnreadableJson unreadable) {
            throw LimeRefusal.badRequest("Invalid JSON: " + unreadable.getMessage());
        }
    }

    ObjectSource source() {
        return new ApplicationObjects(application(), request.asOf());
    }

    /** The segment as a record id; throws {@link LimeRefusal} when it is none. */
    long id(int segment) {
        try {
            return Long.parseLong(path.get(segment));
        } catch (NumberFormatException noId) {
            throw LimeRefusal.notFound("There is nothing with id " + path.get(segment));
        }
    }

    LimeRefusal methodNotAllowed() {
        return new LimeRefusal(405, method() + " is not allowed here");
    }
}
