package io.erpsync.sandbox.config;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.exchange.ApiRequest;
import io.erpsync.sandbox.exchange.StandIn;

/** Sends each request to whom its first path segment names. */
record FrontDesk(StandIn lime, StandIn fortnox, StandIn control, StandIn ledger, StandIn page)
        implements StandIn {

    @Override
    public ApiReply answer(ApiRequest request) {
        return switch (request.segments().isEmpty() ? "page" : request.segments().getFirst()) {
            case "lime" -> lime.answer(request);
            case "fortnox" -> fortnox.answer(request);
            case "sandbox" -> control.answer(request);
            case "ledger" -> ledger.answer(request);
            case "page" -> page.answer(request);
            default -> ApiReply.empty(404);
        };
    }
}
