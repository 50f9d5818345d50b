package io.erpsync.sandbox.fortnox.api;

import io.erpsync.sandbox.exchange.ApiReply;
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
 * @param path the segments after the version; none where the version is not the one there is
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

    /**
     * The answer to an address that there is not. None of the published codes is meant for it:
     * 1000003 is a fault of the server's, worth another try, and those of the 404s that were
     * recorded say that a record is gone. So it is answered as by the gateway, whose form has no
     * code.
     */
    static ApiReply notFound() {
        return gateway(404, "not found");
    }

    /** The answer to a method that the address does not take; without a code as well. */
    static ApiReply methodNotAllowed() {
        return gateway(405, "method not allowed");
    }

    /** An answer of the gateway, which stands before the interface and has a form of its own. */
    static ApiReply gateway(int status, String message) {
        return ApiReply.json(status, Map.of("message", message));
    }

    private static Map<String, @Nullable Object> refuseBody() {
        throw wrongBody();
    }

    private static FortnoxRefusal wrongBody() {
        return new FortnoxRefusal(400, 2001392, "Ingen eller felaktig typ av data.");
    }
}
