package io.erpsync.sandbox.config;

import io.erpsync.sandbox.control.ControlDesk;
import io.erpsync.sandbox.control.LedgerDesk;
import io.erpsync.sandbox.fault.FaultBoard;
import io.erpsync.sandbox.fortnox.api.FortnoxStandIn;
import io.erpsync.sandbox.fortnox.api.Tenants;
import io.erpsync.sandbox.fortnox.model.Company;
import io.erpsync.sandbox.fortnox.model.TokenBook;
import io.erpsync.sandbox.ledger.Ledger;
import io.erpsync.sandbox.lime.api.Installations;
import io.erpsync.sandbox.lime.api.LimeStandIn;
import io.erpsync.sandbox.lime.store.LimeSwitches;
import io.erpsync.sandbox.lime.store.LimeUser;
import io.erpsync.sandbox.page.PageDesk;
import io.erpsync.sandbox.time.ShiftableClock;
import io.erpsync.sandbox.traffic.TrafficLog;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Puts the stand-ins, their faults, the ledger and the page together. */
public final class SandboxAssembly implements AutoCloseable {

    private static final Set<String> SCOPES = Set.of("customer", "companyinformation", "settings");

    private final HttpClient webhooks =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final RouterFunction<ServerResponse> routes;

    public SandboxAssembly(SandboxSettings settings, Clock clock) {
        Ledger ledger = new Ledger();
        FaultBoard board = new FaultBoard(settings.faultSeed());
        ShiftableClock limeClock = new ShiftableClock(clock);
        ShiftableClock fortnoxClock = new ShiftableClock(clock);
        TrafficLog limeTraffic = new TrafficLog(settings.lime().rateLimit());
        TrafficLog fortnoxTraffic = new TrafficLog(settings.fortnox().rateLimit());
        TokenBook tokens = new TokenBook();
        Installations installations = installations(settings.lime(), limeClock, ledger);
        Tenants tenants = tenants(settings.fortnox(), fortnoxClock, ledger);
        LimeStandIn lime = new LimeStandIn(installations, limeTraffic, limeClock);
        FortnoxStandIn fortnox =
                new FortnoxStandIn(
                        tenants,
                        tokens,
                        fortnoxTraffic,
                        fortnoxClock,
                        settings.fortnox().tokenLife());
        FrontDesk desk =
                new FrontDesk(
                        lime,
                        fortnox,
                        new ControlDesk(
                                board,
                                installations,
                                tenants,
                                tokens,
                                Map.of("lime", limeTraffic, "fortnox", fortnoxTraffic),
                                Map.of("lime", limeClock, "fortnox", fortnoxClock)),
                        new LedgerDesk(ledger, installations),
                        new PageDesk(installations, tenants, ledger));
        FaultyAnswers faulty =
                new FaultyAnswers(desk, lime, fortnox, board, limeTraffic, fortnoxTraffic, clock);
        this.routes = RouterFunctions.route(RequestPredicates.all(), new HttpExchanges(faulty));
    }

    /** Everything that the sandbox answers. */
    public RouterFunction<ServerResponse> routes() {
        return routes;
    }

    @Override
    public void close() {
        webhooks.shutdownNow();
    }

    private Installations installations(LimeSettings settings, Clock clock, Ledger ledger) {
        Installations installations = new Installations(clock, ledger, webhooks);
        Map<String, LimeUser> users = users(Map.of("demo", 3701L, "sync", 2701L), 2701);
        installations.create("demo", true, users, LimeSwitches.standard());
        installations.create("fresh", false, users, LimeSwitches.standard());
        settings.applications()
                .forEach(
                        (name, application) ->
                                installations.create(
                                        name,
                                        application.erpProperties(),
                                        application.keys().isEmpty()
                                                ? users
                                                : users(application.keys(), application.syncUser()),
                                        LimeSwitches.standard()));
        return installations;
    }

    private static Map<String, LimeUser> users(Map<String, Long> keys, long syncUser) {
        Map<String, LimeUser> users = new LinkedHashMap<>();
        keys.forEach(
                (key, id) ->
                        users.put(
                                key,
                                id == syncUser
                                        ? LimeUser.sync(id, "erpsync@lime", "ERP Sync")
                                        : LimeUser.ordinary(id, key + "@lime", key)));
        return users;
    }

    private static Tenants tenants(FortnoxSettings settings, Clock clock, Ledger ledger) {
        Tenants tenants = new Tenants(clock, ledger);
        tenants.create(
                new Company(
                        "1",
                        "Demobolaget AB",
                        "556677-8899",
                        Map.of("demo", "demo"),
                        SCOPES,
                        1001));
        settings.tenants()
                .forEach(
                        (id, tenant) ->
                                tenants.create(
                                        new Company(
                                                id,
                                                tenant.companyName(),
                                                tenant.organisationNumber(),
                                                Map.of(tenant.clientId(), tenant.clientSecret()),
                                                SCOPES,
                                                tenant.firstNumber())));
        return tenants;
    }
}
