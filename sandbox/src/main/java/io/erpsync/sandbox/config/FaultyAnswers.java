package io.erpsync.sandbox.config;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.StandIn;
import io.erpsync.sandbox.fault.FaultBoard;
import io.erpsync.sandbox.fault.FaultEffect;
import io.erpsync.sandbox.fault.FaultProbe;
import io.erpsync.sandbox.fortnox.api.FortnoxStandIn;
import io.erpsync.sandbox.fortnox.model.Grant;
import io.erpsync.sandbox.lime.api.LimeStandIn;
import io.erpsync.sandbox.traffic.TrafficLog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Answers through the stand-ins, unless a fault hits the request. An empty answer is a cut line.
 */
final class FaultyAnswers {

    private static final String HTML =
            "<html><head><title>Service unavailable</title></head>"
                    + "<body><h1>We will be back soon</h1></body></html>";

    private final StandIn desk;
    private final LimeStandIn lime;
    private final FortnoxStandIn fortnox;
    private final FaultBoard board;
    private final TrafficLog limeTraffic;
    private final TrafficLog fortnoxTraffic;
    private final Clock clock;

    FaultyAnswers(
            StandIn desk,
            LimeStandIn lime,
            FortnoxStandIn fortnox,
            FaultBoard board,
            TrafficLog limeTraffic,
            TrafficLog fortnoxTraffic,
            Clock clock) {
        this.desk = desk;
        this.lime = lime;
        this.fortnox = fortnox;
        this.board = board;
        this.limeTraffic = limeTraffic;
        this.fortnoxTraffic = fortnoxTraffic;
        this.clock = clock;
    }

    Mono<ApiReply> answer(ApiRequest request) {
        FaultProbe probe = probe(request);
        FaultEffect effect = probe == null ? null : board.hit(probe, clock.instant());
        if (probe == null || effect == null) {
            return Mono.just(desk.answer(request));
        }
        boolean toLime = probe.system().equals("lime");
        return damaged(request, effect, toLime).map(reply -> headed(request, reply, toLime));
    }

    /**
     * Also over what the stand-in itself answered, late or with the past: that only gets a new
     * time.
     */
    private ApiReply headed(ApiRequest request, ApiReply reply, boolean toLime) {
        return toLime ? lime.headed(request, reply) : fortnox.headed(reply);
    }

    private Mono<ApiReply> damaged(ApiRequest request, FaultEffect effect, boolean toLime) {
        return switch (effect.kind()) {
            case STATUS -> Mono.just(failure(effect, toLime)).delayElement(effect.delay());
            case SLOW -> Mono.just(desk.answer(request)).delayElement(effect.delay());
            case COMMIT_THEN_DROP -> {
                desk.answer(request);
                yield Mono.empty();
            }
            case CUT_AND_COMMIT_LATER -> {
                Mono.delay(effect.delay()).subscribe(_ -> desk.answer(request));
                yield Mono.empty();
            }
            case STALE_READ ->
                    Mono.just(desk.answer(request.asOf(clock.instant().minus(effect.delay()))));
            case RATE_LIMITED -> Mono.just(tooMany(request, effect, toLime));
            case HTML -> Mono.just(html(request, effect));
            case EMPTY_200 -> {
                doneIf(effect.commits(), request);
                yield Mono.just(ApiReply.empty(200));
            }
            case EXPIRED_TOKEN -> {
                fortnox.expireToken(request);
                yield Mono.just(FortnoxStandIn.unauthorized());
            }
            case CONSENT_REVOKED -> Mono.just(FortnoxStandIn.noConsent());
        };
    }

    private ApiReply html(ApiRequest request, FaultEffect effect) {
        doneIf(effect.commits(), request);
        String body = effect.body() == null ? HTML : effect.body();
        return ApiReply.text(effect.status(), "text/html;charset=utf-8", body);
    }

    private void doneIf(boolean commits, ApiRequest request) {
        if (commits) {
            desk.answer(request);
        }
    }

    private ApiReply tooMany(ApiRequest request, FaultEffect effect, boolean toLime) {
        Grant grant = toLime ? null : fortnox.grant(request);
        TrafficLog traffic = toLime ? limeTraffic : fortnoxTraffic;
        traffic.refused(grant == null ? request.clientAddress() : grant.caller(), clock.instant());
        ApiReply reply = toLime ? LimeStandIn.tooManyRequests() : FortnoxStandIn.tooManyRequests();
        return effect.retryAfter() == null ? reply : reply.with("Retry-After", effect.retryAfter());
    }

    private static ApiReply failure(FaultEffect effect, boolean toLime) {
        if (effect.body() != null) {
            return ApiReply.text(effect.status(), "application/json", effect.body());
        }
        return toLime
                ? LimeStandIn.failure(effect.status())
                : ApiReply.json(
                        effect.status(),
                        Map.of(
                                "ErrorInformation",
                                Map.of("Error", 1, "Message", "Internt fel", "Code", 1000003)));
    }

    private @Nullable FaultProbe probe(ApiRequest request) {
        List<String> path = request.segments();
        String system = path.size() < 2 ? "" : path.getFirst();
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        return switch (system) {
            case "lime" ->
                    new FaultProbe(
                            system,
                            path.get(1),
                            request.method(),
                            request.path() + query,
                            request.body());
            case "fortnox" ->
                    new FaultProbe(
                            system,
                            tenant(request),
                            request.method(),
                            request.path() + query,
                            request.body());
            default -> null;
        };
    }

    private @Nullable String tenant(ApiRequest request) {
        Grant grant = fortnox.grant(request);
        return grant == null ? request.header("tenantid") : grant.tenant();
    }
}
