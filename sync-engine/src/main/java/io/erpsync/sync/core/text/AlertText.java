package io.erpsync.sync.core.text;

import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.release.Trouble;

/**
 * What an operator reads of a side of a connection that takes no commands: what happened, the
 * system's own words, what to do, and that nothing is lost.
 */
public final class AlertText {

    private AlertText() {}

    /** The words for {@code trouble}; {@code system} is the side's name as settings spell it. */
    public static String of(Side side, String system, Trouble trouble) {
        String words = trouble.words().isBlank() ? "" : " (\"" + trouble.words().strip() + "\")";
        return system
                + " "
                + happened(trouble.reason())
                + words
                + ". "
                + remedy(trouble.reason(), side)
                + " Nothing is lost: what is in process waits, other connections go on, and this"
                + " one does by itself when the cause is gone.";
    }

    private static String happened(Reason reason) {
        return switch (reason) {
            case NOT_AUTHORISED -> "does not accept the credentials of this connection";
            case NO_LICENCE -> "lacks the licence for this interface";
            case WRONG_COMPANY -> "opens another company than the one that is configured";
            case MAPPING_NOT_VALID -> "no longer has a field that the mapping names";
            case UNEXPECTED_ANSWER ->
                    "answers with something that is not its interface, such as the page of a proxy";
            case SETTINGS_FAULT -> "cannot be opened with the settings of this connection";
            case TARGET_UNAVAILABLE -> "cannot be reached, or does not answer in time";
            case RATE_LIMITED -> "asks us to slow down";
            case BRAKE -> "is held back";
            case INVALID_VALUE,
                    VALUE_TOO_LONG,
                    REQUIRED_MISSING,
                    UNKNOWN_OPTION,
                    NUMBER_TAKEN,
                    RECORD_GONE,
                    REFUSED_BY_RULE,
                    FILTERED,
                    POSSIBLE_DUPLICATE,
                    AMBIGUOUS_MATCH,
                    DIRECTION_CLOSED,
                    NUMBER_UNKNOWN,
                    HELD_BY_ANOTHER,
                    CONTESTED,
                    FAILS_REPEATEDLY,
                    UNREADABLE,
                    STATUS_MOVED_ON,
                    PERHAPS_STALE,
                    NOT_DECIDED,
                    UNRECOGNISED ->
                    "takes no commands";
        };
    }

    private static String remedy(Reason reason, Side side) {
        boolean lime = side == Side.LIME;
        return switch (reason) {
            case NOT_AUTHORISED ->
                    lime
                            ? "Put a valid API key behind 'lime.api-key'."
                            : "Check the app's client id and secret, 'erp.tenant', and that the app"
                                    + " is activated for the company.";
            case NO_LICENCE -> "Have the licence for integrations added.";
            case WRONG_COMPANY -> "Make 'erp.tenant' and 'erp.company' name the same company.";
            case MAPPING_NOT_VALID -> "Correct 'mapping' in the connection's file.";
            case SETTINGS_FAULT -> "Correct what it names; files and secrets are read again.";
            case UNEXPECTED_ANSWER ->
                    lime
                            ? "Check 'lime.url', and what stands between us and Lime."
                            : "Check what stands between us and the ERP.";
            case TARGET_UNAVAILABLE -> "It is tried again; look at it where it lasts.";
            case INVALID_VALUE,
                    VALUE_TOO_LONG,
                    REQUIRED_MISSING,
                    UNKNOWN_OPTION,
                    NUMBER_TAKEN,
                    RECORD_GONE,
                    REFUSED_BY_RULE,
                    FILTERED,
                    POSSIBLE_DUPLICATE,
                    AMBIGUOUS_MATCH,
                    DIRECTION_CLOSED,
                    NUMBER_UNKNOWN,
                    HELD_BY_ANOTHER,
                    CONTESTED,
                    FAILS_REPEATEDLY,
                    UNREADABLE,
                    STATUS_MOVED_ON,
                    PERHAPS_STALE,
                    NOT_DECIDED,
                    RATE_LIMITED,
                    BRAKE,
                    UNRECOGNISED ->
                    "It is tried again.";
        };
    }
}
