package io.erpsync.connector.fortnox;

import io.erpsync.connector.fortnox.Wire.Exchange;
import io.erpsync.model.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the access token of one tenant, got with client credentials. One request for a token is
 * under way at a time; whoever waited for it shares what came of it, a refusal too.
 */
final class TokenSource {

    // A token is not begun to be used in its last minute, or last tenth when it lives shorter.
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration LIFE_UNTOLD = Duration.ofMinutes(10);

    private final FortnoxSettings settings;
    private final Wire wire;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    private volatile Access latest = new Access.None(notAsked());
    private volatile long asked;

    TokenSource(FortnoxSettings settings, Wire wire, InstantSource clock) {
        this.settings = settings;
        this.wire = wire;
        this.clock = clock;
    }

    /** A token with some life left, asked for when there is none. */
    Access current() {
        long before = asked;
        return latest instanceof Access.Token token && clock.instant().isBefore(token.until())
                ? token
                : afterRequest(before);
    }

    /** Another token than {@code dead}, which the interface has refused. */
    Access insteadOf(Access.Token dead) {
        long before = asked;
        return latest instanceof Access.Token token && !token.equals(dead)
                ? token
                : afterRequest(before);
    }

    private Access afterRequest(long before) {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Access.None(unavailable("interrupted while waiting for a token"));
        }
        try {
            if (asked == before) {
                latest = ask();
                asked = before + 1;
            }
            return latest;
        } finally {
            lock.unlock();
        }
    }

    private Access ask() {
        return switch (wire.send(request())) {
            case Exchange.Answered answered -> read(answered);
            case Exchange.NeverSent(String words) -> new Access.None(unavailable(words));
            // Whatever became of the token, nothing was asked of the interface itself.
            case Exchange.Lost(String words) -> new Access.None(unavailable(words));
        };
    }

    private Wire.Request request() {
        String pair = settings.clientId() + ":" + settings.clientSecret();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new Wire.Request(
                HttpMethod.POST,
                URI.create(settings.authUrl() + "/oauth-v1/token"),
                Map.of(
                        HttpHeaders.AUTHORIZATION,
                        "Basic " + basic,
                        HttpHeaders.ACCEPT,
                        "application/json",
                        HttpHeaders.CONTENT_TYPE,
                        "application/x-www-form-urlencoded",
                        "TenantId",
                        settings.tenant()),
                "grant_type=client_credentials");
    }

    private Access read(Exchange.Answered answer) {
        JsonNode body = FortnoxError.json(answer.body());
        if (answer.status() == 200 && body != null && body.path("access_token").isString()) {
            return token(body, answer.sent());
        }
        return new Access.None(refusal(answer, body));
    }

    private static Access token(JsonNode body, Instant sent) {
        long told = body.path("expires_in").asLong(LIFE_UNTOLD.toSeconds());
        Duration life = Duration.ofSeconds(told);
        Duration tenth = life.dividedBy(10);
        Duration margin = tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN;
        return new Access.Token(
                body.path("access_token").stringValue(), sent.plus(life).minus(margin));
    }

    // Fortnox labels these bodies as text or HTML, so only what they hold counts.
    private static Reply.Bad refusal(Exchange.Answered answer, @Nullable JsonNode body) {
        if (answer.status() == 429) {
            return new Reply.NotDone(
                    Reason.RATE_LIMITED, answer.retryAfter(), "too many token requests");
        }
        FortnoxError error = body == null ? null : FortnoxError.read(body);
        if (answer.status() >= 400 && answer.status() < 500 && error != null) {
            return new Reply.No(Reason.NOT_AUTHORISED, null, error.words());
        }
        if (answer.status() == 401 || answer.status() == 403) {
            return new Reply.No(Reason.NOT_AUTHORISED, null, "the credentials were refused");
        }
        if (answer.status() >= 500) {
            return new Reply.NotDone(
                    Reason.TARGET_UNAVAILABLE,
                    answer.retryAfter(),
                    "the token service answered " + answer.status());
        }
        return new Reply.NotDone(
                Reason.UNEXPECTED_ANSWER,
                null,
                "the token service's answer " + answer.status() + " cannot be read");
    }

    private static Reply.Bad unavailable(String words) {
        return new Reply.NotDone(Reason.TARGET_UNAVAILABLE, null, words);
    }

    private static Reply.Bad notAsked() {
        return unavailable("no token was asked for yet");
    }

    /** What a request may be sent with. */
    sealed interface Access {

        /** A token, never printed, to be used until the moment told. */
        record Token(String value, Instant until) implements Access {
            @Override
            public String toString() {
                return "Token[until " + until + "]";
            }
        }

        record None(Reply.Bad why) implements Access {}
    }
}
