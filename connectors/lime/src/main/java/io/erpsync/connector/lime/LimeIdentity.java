package io.erpsync.connector.lime;

import io.erpsync.connector.Answer;
import io.erpsync.connector.Identity;
import io.erpsync.model.Reason;
import io.erpsync.model.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds out whether the key works, and whose it is where the server tells. */
final class LimeIdentity {

    private final LimeSettings settings;
    private final LimeHttp http;
    private final Clock clock;

    LimeIdentity(LimeSettings settings, LimeHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /**
     * Fails with {@link Reason#SETTINGS_FAULT} when the key belongs to another user than the one
     * that Lime's trigger is told to overlook: every write of ours would then ask for a sync.
     */
    Answer<Identity> ask() {
        Reply reply = http.get("", Urgency.INTERACTIVE);
        if (!(reply instanceof Reply.Answered answered)
                || !answered.success()
                || answered.object() == null) {
            return Verdict.failed(Verdict.ofRead(reply), "there is no such application");
        }
        String user = user(answered.object());
        String wanted = settings.syncUser();
        if (user != null && wanted != null && !user.equals(wanted)) {
            return new Answer.Failed<>(
                    Reason.SETTINGS_FAULT,
                    null,
                    "the key belongs to user %s, but 'sync-user' says %s".formatted(user, wanted));
        }
        Duration skew =
                answered.date() == null
                        ? Duration.ZERO
                        : Duration.between(
                                clock.instant().truncatedTo(ChronoUnit.SECONDS), answered.date());
        return new Answer.Got<>(new Identity(settings.application(), null, user, skew));
    }

    /** Not documented, so read wherever it would be looked for. */
    private static @Nullable String user(@Nullable JsonNode root) {
        if (root == null) {
            return null;
        }
        for (JsonNode place : new JsonNode[] {root, root.path("session"), root.path("_embedded")}) {
            for (String name : new String[] {"user", "current_user"}) {
                JsonNode user = place.path(name);
                JsonNode id = user.isObject() ? user.path("_id") : user;
                id = id.isMissingNode() ? user.path("id") : id;
                if (id.isIntegralNumber()) {
                    return id.asString();
                }
            }
        }
        return null;
    }
}
