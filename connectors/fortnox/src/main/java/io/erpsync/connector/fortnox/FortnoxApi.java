package io.erpsync.connector.fortnox;

import io.erpsync.connector.RequestGate;
import io.erpsync.connector.fortnox.TokenSource.Access;
import io.erpsync.connector.fortnox.Wire.Exchange;
import io.erpsync.model.Reason;
import io.erpsync.model.Urgency;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends requests to the interface with a token and a permit each, and reads the answers. A request
 * is sent a second time only after an answer that says the token is dead.
 */
final class FortnoxApi implements AutoCloseable {

    private static final int UNAUTHORISED = 401;
    private static final int TOO_MANY = 429;

    private final FortnoxSettings settings;
    private final RequestGate gate;
    private final Wire wire;
    private final TokenSource tokens;

    private volatile Duration skew = Duration.ZERO;

    FortnoxApi(FortnoxSettings settings, RequestGate gate, Wire wire, TokenSource tokens) {
        this.settings = settings;
        this.gate = gate;
        this.wire = wire;
        this.tokens = tokens;
    }

    /** Fortnox's clock minus ours, as the newest answer had it; zero before the first. */
    Duration skew() {
        return skew;
    }

    Reply get(String path, Map<String, String> query, Urgency urgency) {
        return call(new Call(HttpMethod.GET, address(path, query), null), urgency);
    }

    /** Sends {@code {entity: fields}}. */
    Reply write(HttpMethod method, String path, String entity, ObjectNode fields, Urgency urgency) {
        ObjectNode body = fields.objectNode();
        body.set(entity, fields);
        return call(new Call(method, address(path, Map.of()), body), urgency);
    }

    private URI address(String path, Map<String, String> query) {
        String bare = settings.url() + "/3/" + path;
        return URI.create(
                query.isEmpty()
                        ? bare
                        : query.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining("&", bare + "?", "")));
    }

    /** {@code text} as it may stand inside a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Reply call(Call call, Urgency urgency) {
        return switch (tokens.current()) {
            case Access.None(Reply.Bad why) -> why;
            case Access.Token token -> {
                Exchange exchange = sendOnce(call, token, urgency);
                yield diedOf(exchange, UNAUTHORISED)
                        ? again(call, token, urgency)
                        : read(call, exchange);
            }
        };
    }

    private Reply again(Call call, Access.Token dead, Urgency urgency) {
        return switch (tokens.insteadOf(dead)) {
            case Access.None(Reply.Bad why) -> why;
            case Access.Token token -> read(call, sendOnce(call, token, urgency));
        };
    }

    private Exchange sendOnce(Call call, Access.Token token, Urgency urgency) {
        RequestGate.Permit permit;
        try {
            permit = gate.enter(urgency);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Exchange.NeverSent("interrupted while waiting for a permit");
        }
        Exchange exchange = new Exchange.Lost("the request broke off");
        try {
            exchange = wire.send(call.with(token));
        } finally {
            end(permit, exchange);
        }
        return exchange;
    }

    private static void end(RequestGate.Permit permit, Exchange exchange) {
        switch (exchange) {
            case Exchange.Answered answered when answered.status() == TOO_MANY ->
                    permit.refused(answered.retryAfter());
            case Exchange.Answered _ -> permit.answered();
            // It is not at work on what it never got, so the permit need not wait for it.
            case Exchange.NeverSent _ -> permit.notSent();
            case Exchange.Lost _ -> permit.lost();
        }
    }

    private static boolean diedOf(Exchange exchange, int status) {
        return exchange instanceof Exchange.Answered answered && answered.status() == status;
    }

    private Reply read(Call call, Exchange exchange) {
        return switch (exchange) {
            case Exchange.NeverSent(String words) ->
                    new Reply.NotDone(Reason.TARGET_UNAVAILABLE, null, words);
            case Exchange.Lost(String words) ->
                    new Reply.Unclear(Reason.TARGET_UNAVAILABLE, null, words);
            case Exchange.Answered answered -> read(call, answered);
        };
    }

    private Reply read(Call call, Exchange.Answered answer) {
        ServerTime time = answer.time();
        if (time.skew() != null) {
            skew = time.skew();
        }
        int status = answer.status();
        if (status == TOO_MANY) {
            return new Reply.NotDone(Reason.RATE_LIMITED, answer.retryAfter(), "too many requests");
        }
        if (status >= 500) {
            return new Reply.Unclear(
                    Reason.TARGET_UNAVAILABLE, answer.retryAfter(), "Fortnox answered " + status);
        }
        JsonNode body = FortnoxError.json(answer.body());
        if (status >= 200 && status < 300 && body != null && !body.isEmpty()) {
            return new Reply.Good(body, time);
        }
        FortnoxError error = body == null || status < 400 ? null : FortnoxError.read(body);
        if (error != null) {
            return error.asReply(status, call.fieldNames());
        }
        return status == UNAUTHORISED
                ? new Reply.No(Reason.NOT_AUTHORISED, null, "the token was refused")
                : unexpected("answer " + status + " cannot be read");
    }

    /** The reply for an answer that is not what was asked for. */
    static Reply.Unclear unexpected(String words) {
        return new Reply.Unclear(Reason.UNEXPECTED_ANSWER, null, words);
    }

    @Override
    public void close() {
        wire.close();
    }

    private record Call(HttpMethod method, URI address, @Nullable ObjectNode body) {

        Wire.Request with(Access.Token token) {
            return new Wire.Request(
                    method,
                    address,
                    Map.of(
                            HttpHeaders.AUTHORIZATION, "Bearer " + token.value(),
                            HttpHeaders.ACCEPT, "application/json",
                            HttpHeaders.CONTENT_TYPE, "application/json"),
                    body == null ? null : body.toString());
        }

        Collection<String> fieldNames() {
            return body == null
                    ? List.of()
                    : body.properties().stream()
                            .flatMap(entity -> entity.getValue().propertyNames().stream())
                            .toList();
        }
    }
}
