package io.erpsync.sandbox.control;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.JsonFields;
import io.erpsync.sandbox.exchange.StandIn;
import io.erpsync.sandbox.exchange.UnreadableJson;
import io.erpsync.sandbox.fault.FaultBoard;
import io.erpsync.sandbox.fortnox.api.Tenants;
import io.erpsync.sandbox.fortnox.model.FortnoxRefusal;
import io.erpsync.sandbox.fortnox.model.TokenBook;
import io.erpsync.sandbox.lime.api.Installations;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import io.erpsync.sandbox.time.ShiftableClock;
import io.erpsync.sandbox.traffic.TrafficLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything under {@code /sandbox}: for tests and demonstrations, not part of any real system. */
public final class ControlDesk implements StandIn {

    private final FaultDesk faults;
    private final LimeDesk lime;
    private final FortnoxDesk fortnox;
    private final TrafficDesk traffic;
    private final Map<String, ShiftableClock> clocks;

    public ControlDesk(
            FaultBoard board,
            Installations installations,
            Tenants tenants,
            TokenBook tokens,
            Map<String, TrafficLog> traffic,
            Map<String, ShiftableClock> clocks) {
        this.faults = new FaultDesk(board);
        this.lime = new LimeDesk(installations);
        this.fortnox = new FortnoxDesk(tenants, tokens);
        this.traffic = new TrafficDesk(traffic);
        this.clocks = Map.copyOf(clocks);
    }

    @Override
    public ApiReply answer(ApiRequest request) {
        List<String> path = request.segments();
        try {
            return switch (path.size() < 2 ? "" : path.get(1)) {
                case "faults" -> faults.answer(request, path);
                case "lime" -> lime.answer(request, path);
                case "fortnox" -> fortnox.answer(request, path);
                case "traffic" -> traffic.answer(request, path);
                case "clock" -> clock(request);
                default -> ApiReply.empty(404);
            };
        } catch (LimeRefusal | FortnoxRefusal | UnreadableJson | IllegalArgumentException wrong) {
            return ApiReply.json(400, Map.of("message", "" + wrong.getMessage()));
        }
    }

    private ApiReply clock(ApiRequest request) {
        JsonFields fields = JsonFields.of(request.body());
        clocks.forEach(
                (system, clock) -> {
                    if (fields.has(system)) {
                        clock.shiftBy(Duration.ofMillis(fields.number(system, 0)));
                    }
                });
        Map<String, Long> shifts = new TreeMap<>();
        clocks.forEach((system, clock) -> shifts.put(system, clock.shift().toMillis()));
        return ApiReply.json(200, shifts);
    }
}
