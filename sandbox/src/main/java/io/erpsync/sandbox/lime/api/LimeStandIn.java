package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.HttpDate;
import io.erpsync.sandbox.exchange.StandIn;
import io.erpsync.sandbox.exchange.UnreadableJson;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import io.erpsync.sandbox.lime.store.LimeUser;
import io.erpsync.sandbox.time.ShiftableClock;
import io.erpsync.sandbox.traffic.Admission;
import io.erpsync.sandbox.traffic.TrafficLog;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lime CRM under {@code /lime/{application}/api/v1/}. */
public final class LimeStandIn implements StandIn {

    /** lime, application, api, v1 */
    private static final int PREFIX = 4;

    private static final String HAL = "application/hal+json";

    private final Installations installations;
    private final TrafficLog traffic;
    private final ShiftableClock clock;

    public LimeStandIn(Installations installations, TrafficLog traffic, ShiftableClock clock) {
        this.installations = installations;
        this.traffic = traffic;
        this.clock = clock;
    }

    @Override
    public ApiReply answer(ApiRequest request) {
        return headed(request, admitted(request));
    }

    /** The reply with the headers that every answer of Lime carries. */
    public ApiReply headed(ApiRequest request, ApiReply reply) {
        ApiReply dated = reply.with("Date", HttpDate.format(clock.instant()));
        String accept = request.header("accept");
        return accept != null && accept.startsWith(HAL) && reply.isJson()
                ? dated.with("Content-Type", HAL)
                : dated;
    }

    /** The answer to too many requests. */
    public static ApiReply tooManyRequests() {
        return refusal(429, "Too many requests");
    }

    /** The answer when something went wrong inside. */
    public static ApiReply failure(int status) {
        return refusal(status, "An internal error occurred");
    }

    private ApiReply admitted(ApiRequest request) {
        try {
            return switch (traffic.admit(request.clientAddress(), clock.trueInstant())) {
                case Admission.Refused refused -> tooMany(refused);
                case Admission.Admitted _ -> dispatch(authorised(request));
            };
        } catch (LimeRefusal refusal) {
            return refusal(refusal.status(), refusal.getMessage());
        } catch (UnreadableJson unreadable) {
            return refusal(400, unreadable.getMessage());
        }
    }

    private LimeCall authorised(ApiRequest request) {
        List<String> segments = request.segments();
        if (segments.size() < PREFIX
                || !segments.get(2).equals("api")
                || !segments.get(3).equals("v1")) {
            throw LimeRefusal.notFound("There is nothing at " + request.path());
        }
        Installation installation = installations.get(segments.get(1));
        if (installation == null) {
            throw LimeRefusal.notFound("There is no application " + segments.get(1));
        }
        LimeUser user = installation.application().user(request.header("x-api-key"));
        if (user == null) {
            throw new LimeRefusal(401, "The API key is missing or not valid");
        }
        String name =
                URLEncoder.encode(segments.get(1), StandardCharsets.UTF_8).replace("+", "%20");
        return new LimeCall(
                installation,
                user,
                request,
                segments.subList(PREFIX, segments.size()),
                request.origin() + "/lime/" + name + "/api/v1");
    }

    private static ApiReply dispatch(LimeCall call) {
        if (call.path().isEmpty()) {
            return root(call);
        }
        return switch (call.path().getFirst()) {
            case "limeobject" -> new ObjectApi(call).answer();
            case "limetype" -> new MetadataApi(call).answer();
            case "query" -> new QueryApi(call).answer();
            case "subscription" -> new SubscriptionApi(call).answer();
            case "admin" -> new UserApi(call).answer();
            default -> throw LimeRefusal.notFound("There is nothing at " + call.request().path());
        };
    }

    private static ApiReply root(LimeCall call) {
        return ApiReply.json(
                200,
                Map.of(
                        "_links",
                        Map.of(
                                "self", Map.of("href", call.base() + "/"),
                                "limetypes", Map.of("href", call.base() + "/limetype/"),
                                "query", Map.of("href", call.base() + "/query/"))));
    }

    private static ApiReply tooMany(Admission.Refused refused) {
        return refused.told()
                ? tooManyRequests().with("Retry-After", String.valueOf(refused.waitSeconds()))
                : tooManyRequests();
    }

    private static ApiReply refusal(int status, @Nullable String message) {
        return ApiReply.json(
                status, Map.of("message", message == null ? "" : message, "status", status));
    }
}
