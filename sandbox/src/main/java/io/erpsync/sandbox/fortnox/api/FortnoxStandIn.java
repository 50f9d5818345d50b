package io.erpsync.sandbox.fortnox.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.HttpDate;
import io.erpsync.sandbox.exchange.StandIn;
import io.erpsync.sandbox.fortnox.model.FortnoxRefusal;
import io.erpsync.sandbox.fortnox.model.FortnoxSwitches.ErrorCasing;
import io.erpsync.sandbox.fortnox.model.FortnoxTenant;
import io.erpsync.sandbox.fortnox.model.Grant;
import io.erpsync.sandbox.fortnox.model.TokenBook;
import io.erpsync.sandbox.time.ShiftableClock;
import io.erpsync.sandbox.traffic.Admission;
import io.erpsync.sandbox.traffic.TrafficLog;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fortnox under {@code /fortnox/3/} and {@code /fortnox/oauth-v1/}. */
public final class FortnoxStandIn implements StandIn {

    private static final String BEARER = "Bearer ";
    private static final String VERSION = "3";

    private final Tenants tenants;
    private final TokenBook tokens;
    private final TrafficLog traffic;
    private final ShiftableClock clock;
    private final TokenApi tokenApi;
    private final ErrorWriter errors = new ErrorWriter();

    public FortnoxStandIn(
            Tenants tenants,
            TokenBook tokens,
            TrafficLog traffic,
            ShiftableClock clock,
            Duration tokenLife) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.traffic = traffic;
        this.clock = clock;
        this.tokenApi = new TokenApi(tenants, tokens, clock, tokenLife);
    }

    /** The gateway's answer to a token that is not, or no longer, valid. */
    public static ApiReply unauthorized() {
        return FortnoxCall.gateway(401, "unauthorized");
    }

    /** The token server's answer when the company has not let this client in. */
    public static ApiReply noConsent() {
        return TokenApi.noConsent();
    }

    /** The gateway's answer to too many requests. */
    public static ApiReply tooManyRequests() {
        return FortnoxCall.gateway(429, "Too Many Requests");
    }

    /** What the request's token opens, or nothing. */
    public @Nullable Grant grant(ApiRequest request) {
        String token = token(request);
        return token == null ? null : tokens.open(token, clock.instant());
    }

    /** Makes the request's token invalid from now on. */
    public void expireToken(ApiRequest request) {
        String token = token(request);
        if (token != null) {
            tokens.expire(token);
        }
    }

    @Override
    public ApiReply answer(ApiRequest request) {
        List<String> segments = request.segments();
        ApiReply reply =
                segments.size() > 1 && segments.get(1).equals("oauth-v1")
                        ? tokenApi.answer(request)
                        : authorised(request, segments);
        return headed(reply);
    }

    /** The reply with the headers that every answer of Fortnox carries. */
    public ApiReply headed(ApiReply reply) {
        return reply.with("Date", HttpDate.format(clock.instant()))
                .with("Server", "Fortnox")
                .with("X-Rack-Responsetime", "12")
                .with("X-Uid", UUID.randomUUID().toString().substring(0, 8))
                .with("X-Build", "1.0");
    }

    private ApiReply authorised(ApiRequest request, List<String> segments) {
        Grant grant = grant(request);
        FortnoxTenant tenant = grant == null ? null : tenants.get(grant.tenant());
        if (grant == null || tenant == null) {
            return unauthorized();
        }
        return switch (traffic.admit(grant.caller(), clock.trueInstant())) {
            case Admission.Refused refused ->
                    refused.told()
                            ? tooManyRequests()
                                    .with("Retry-After", String.valueOf(refused.waitSeconds()))
                            : tooManyRequests();
            case Admission.Admitted _ -> {
                List<String> path = afterVersion(segments);
                yield answer(new FortnoxCall(tenant, grant, request, path, clock.instant()));
            }
        };
    }

    private static List<String> afterVersion(List<String> segments) {
        return segments.size() > 1 && segments.get(1).equals(VERSION)
                ? segments.subList(2, segments.size())
                : List.of();
    }

    private ApiReply answer(FortnoxCall call) {
        ErrorCasing casing = call.tenant().switches().errorCasing();
        try {
            checkFormats(call.request());
            return dispatch(call);
        } catch (FortnoxRefusal refusal) {
            return errors.write(refusal, casing);
        }
    }

    private static ApiReply dispatch(FortnoxCall call) {
        return switch (String.join("/", call.path())) {
            case "companyinformation" -> {
                checkScope(call, "companyinformation");
                yield new CompanyApi(call).information();
            }
            case "settings/company" -> {
                checkScope(call, "settings");
                yield new CompanyApi(call).settings();
            }
            default -> {
                if (call.path().isEmpty() || !call.path().getFirst().equals("customers")) {
                    yield FortnoxCall.notFound();
                }
                checkScope(call, "customer");
                yield new CustomerApi(call).answer();
            }
        };
    }

    private static void checkScope(FortnoxCall call, String scope) {
        if (!call.tenant().company().scopes().contains(scope)) {
            throw new FortnoxRefusal(403, 2000663, "Har inte behörighet för scope.");
        }
    }

    private static void checkFormats(ApiRequest request) {
        if (!takesJson(request.header("accept"))) {
            throw new FortnoxRefusal(400, 1000030, "Ogiltig svarstyp (Accept).");
        }
        String content = request.header("content-type");
        boolean json = content == null || content.toLowerCase(Locale.ROOT).contains("json");
        if (!request.body().isEmpty() && !json) {
            throw new FortnoxRefusal(400, 1000031, "Ogiltig innehållstyp (Content-Type).");
        }
    }

    private static boolean takesJson(@Nullable String accept) {
        return accept == null
                || accept.contains("json")
                || accept.contains("*/*")
                || accept.contains("application/*");
    }

    private static @Nullable String token(ApiRequest request) {
        String header = request.header("authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
