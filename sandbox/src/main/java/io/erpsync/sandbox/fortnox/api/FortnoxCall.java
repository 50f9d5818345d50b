package io.erpsync.sandbox.fortnox.api;

import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.Json;
import io.erpsync.sandbox.exchange.UnreadableJson;
import io.erpsync.sandbox.fortnox.model.FortnoxRefusal;
import io.erpsync.sandbox.fortnox.model.FortnoxTenant;
import io.erpsync.sandbox.fortnox.model.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One authorised request.
 *
 * @param path the segments after the version
 * @param now the time of the company's clock
 */
record FortnoxCall(
        FortnoxTenant tenant, Grant grant, ApiRequest request, List<String> path, Instant now) {

    String method() {
        return request.method();
    }

    String address(String resource) {
        return request.origin() + "/fortnox/3/" + resource;
    }

    /** The object inside the wrapper of that name. */
    Map<String, @Nullable Object> body(String wrapper) {
        if (request.body().isBlank()) {
            throw wrongBody();
        }
        try {
            Object inner = Json.readObject(request.body()).get(wrapper);
            return inner instanceof Map ? Json.object(inner) : refuseBody();
        } catch (UnreadableJson _) {
            throw new FortnoxRefusal(400, 2002115, "Error deserializing JSON: JSON_ERROR_SYNTAX");
        }
    }

    FortnoxRefusal notFound() {
        return new FortnoxRefusal(404, 1000003, "Resursen finns inte: " + request.path());
    }

    FortnoxRefusal methodNotAllowed() {
        return new FortnoxRefusal(405, 1000003, method() + " är inte tillåtet här.");
    }

    private static Map<String, @Nullable Object> refuseBody() {
        throw wrongBody();
    }

    private static FortnoxRefusal wrongBody() {
        return new FortnoxRefusal(400, 2001392, "Ingen eller felaktig typ av data.");
    }
}
