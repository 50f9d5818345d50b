package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import io.erpsync.sandbox.lime.store.LimeUser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users: {@code admin/users/...}. */
final class UserApi {

    private static final String TYPE = "api";

    private final LimeCall call;

    UserApi(LimeCall call) {
        this.call = call;
    }

    ApiReply answer() {
        if (call.path().size() < 2 || !call.path().get(1).equals("users")) {
            throw LimeRefusal.notFound("There is nothing at " + call.request().path());
        }
        call.user().checkMaySeeUsers();
        if (!call.method().equals("GET")) {
            throw call.methodNotAllowed();
        }
        return call.path().size() == 2 ? list() : one(call.id(2));
    }

    private ApiReply list() {
        String active = filled("active");
        String type = filled("user_type");
        boolean none =
                (active != null && !active.equalsIgnoreCase("true"))
                        || (type != null && !type.equals(TYPE));
        return ApiReply.json(
                200,
                call.application().users().stream()
                        .filter(_ -> !none)
                        .map(UserApi::written)
                        .distinct()
                        .limit(limit())
                        .toList());
    }

    private long limit() {
        String limit = filled("_limit");
        if (limit == null) {
            return Long.MAX_VALUE;
        }
        if (!limit.matches("0*[1-9][0-9]{0,8}")) {
            throw LimeRefusal.badRequest("_limit must be a whole number of at least 1");
        }
        return Long.parseLong(limit);
    }

    /** The parameter's value; a parameter without one counts as not sent. */
    private @Nullable String filled(String name) {
        String value = call.request().parameter(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private ApiReply one(long id) {
        return call.application().users().stream()
                .filter(user -> user.id() == id)
                .findFirst()
                .map(user -> ApiReply.json(200, written(user)))
                .orElseThrow(() -> LimeRefusal.notFound("There is no user " + id));
    }

    private static Map<String, @Nullable Object> written(LimeUser user) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", user.id());
        written.put("username", user.username());
        written.put("fullname", user.fullname());
        written.put("user_type", TYPE);
        written.put("active", true);
        return written;
    }
}
