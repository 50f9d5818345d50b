package io.erpsync.connector.lime;

import io.erpsync.connector.Answer;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says what a reply means that is not the thing asked for. */
final class Verdict {

    private static final int LONGEST_WORDS = 500;

    private Verdict() {}

    /** For a request that only reads: nothing was written, whatever came. */
    static Outcome ofRead(Reply reply) {
        return switch (reply) {
            case Reply.NotSent(String words) -> unavailable(words);
            case Reply.Lost(String words) -> unavailable(words);
            case Reply.Answered answered -> {
                Outcome common = ofStatus(answered);
                if (common != null) {
                    yield common;
                }
                if (answered.status() >= 500 || answered.status() == 408) {
                    yield new Outcome.Unavailable(
                            Reason.TARGET_UNAVAILABLE, answered.retryAfter(), status(answered));
                }
                if (answered.status() >= 400 && !isPage(answered)) {
                    yield new Outcome.Refused(Reason.REFUSED_BY_RULE, null, words(answered));
                }
                yield new Outcome.Unavailable(
                        Reason.UNEXPECTED_ANSWER, null, "not Lime's answer: " + status(answered));
            }
        };
    }

    /**
     * For a request that writes. Null when Lime itself refused it, and its words have to be read.
     */
    static @Nullable Outcome ofWrite(Reply reply) {
        return switch (reply) {
            case Reply.NotSent(String words) -> unavailable(words);
            case Reply.Lost(String words) -> new Outcome.Unknown(words);
            case Reply.Answered answered -> {
                Outcome common = ofStatus(answered);
                if (common != null) {
                    yield common;
                }
                boolean lime = answered.status() >= 400 && answered.status() < 500;
                if (lime && answered.status() != 408 && !isPage(answered)) {
                    yield null;
                }
                // A proxy's page does not tell what became of the request behind it.
                yield new Outcome.Unknown(status(answered));
            }
        };
    }

    private static @Nullable Outcome ofStatus(Reply.Answered answered) {
        if (answered.status() == 429) {
            return new Outcome.Unavailable(
                    Reason.RATE_LIMITED, answered.retryAfter(), status(answered));
        }
        if (answered.status() == 401 || answered.status() == 403) {
            return new Outcome.Refused(Reason.NOT_AUTHORISED, null, status(answered));
        }
        if (answered.status() == 404 && !isPage(answered)) {
            return new Outcome.Absent(status(answered));
        }
        return null;
    }

    private static Outcome unavailable(String words) {
        return new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, words);
    }

    /** The same for a call that has no outcome; {@code absent} says what a 404 means there. */
    static <T> Answer<T> failed(Outcome outcome, String absent) {
        return switch (outcome) {
            case Outcome.Absent _ -> new Answer.Failed<>(Reason.SETTINGS_FAULT, null, absent);
            case Outcome.Refused(Reason reason, _, String words) ->
                    new Answer.Failed<>(reason, null, words);
            case Outcome.Unavailable(Reason reason, var retryAfter, String words) ->
                    new Answer.Failed<>(reason, retryAfter, words);
            case Outcome.Conflict(String words) -> unexpected(words);
            case Outcome.Unknown(String words) -> unexpected(words);
            case Outcome.Applied _ -> unexpected("an answer without what was asked for");
        };
    }

    private static <T> Answer<T> unexpected(String words) {
        return new Answer.Failed<>(Reason.UNEXPECTED_ANSWER, null, words);
    }

    /** The outcome of a request that was not made because a look-up before it failed. */
    static Outcome outcome(Answer.Failed<?> failed) {
        return switch (failed.reason()) {
            case TARGET_UNAVAILABLE, RATE_LIMITED, UNEXPECTED_ANSWER ->
                    new Outcome.Unavailable(failed.reason(), failed.retryAfter(), failed.words());
            default -> new Outcome.Refused(failed.reason(), null, failed.words());
        };
    }

    private static String status(Reply.Answered answered) {
        String words = words(answered);
        return words.isEmpty() ? "HTTP " + answered.status() : answered.status() + ": " + words;
    }

    /** Lime's own words: {@code message}, {@code description}, {@code detail}, else all of it. */
    static String words(Reply.Answered answered) {
        JsonNode object = answered.object();
        if (object != null) {
            JsonNode error = object.path("error").isObject() ? object.path("error") : object;
            for (String name : new String[] {"message", "description", "detail", "error"}) {
                String words = error.path(name).asString("");
                if (!words.isBlank()) {
                    return cut(words);
                }
            }
        }
        return cut(isPage(answered) ? withoutTags(answered.body()) : answered.body());
    }

    /** Whether this is a page for a browser: it comes from something in front of Lime. */
    static boolean isPage(Reply.Answered answered) {
        String start = answered.body().stripLeading();
        start = start.substring(0, Math.min(15, start.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("<");
    }

    private static String withoutTags(String page) {
        return page.replaceAll("(?is)<(script|style)[^>]*>.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ");
    }

    private static String cut(String words) {
        String oneLine = words.replaceAll("\\s+", " ").strip();
        return oneLine.length() <= LONGEST_WORDS
                ? oneLine
                : oneLine.substring(0, LONGEST_WORDS) + "…";
    }
}
