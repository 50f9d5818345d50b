package io.erpsync.cli.check;

import io.erpsync.model.Reason;
import io.erpsync.model.Side;

/** What a person can do when a system does not let us in. */
final class Remedies {

    private Remedies() {}

    /** What a failure is about, in a word. */
    static String subject(Reason reason) {
        return switch (reason) {
            // A key of another user is looked for elsewhere; so this is an application or a type
            // that is not there.
            case SETTINGS_FAULT -> "address";
            case NOT_AUTHORISED -> "key";
            case NO_LICENCE -> "scopes";
            case WRONG_COMPANY -> "company";
            case TARGET_UNAVAILABLE, UNEXPECTED_ANSWER, RECORD_GONE -> "address";
            case RATE_LIMITED -> "rate limit";
            default -> "access";
        };
    }

    /** Whether the right machine is there, so that the address is no matter. */
    static boolean hasAnswered(Reason reason) {
        return !subject(reason).equals("address");
    }

    static String of(Reason reason, Side side) {
        boolean lime = side == Side.LIME;
        return switch (reason) {
            case NOT_AUTHORISED ->
                    lime
                            ? "put a valid API key behind lime.api-key"
                            : "check client-id, client-secret and erp.tenant, and that the app is"
                                    + " activated for the company";
            case NO_LICENCE ->
                    lime
                            ? "have the licence for the interface added in Lime"
                            : "give the app the scopes customer and companyinformation, have the"
                                    + " company approve them, and see that it has the licence for"
                                    + " integrations";
            case WRONG_COMPANY -> "make erp.tenant and erp.company name the same company";
            case RATE_LIMITED -> "wait a minute and check again";
            case TARGET_UNAVAILABLE, UNEXPECTED_ANSWER ->
                    "check the address (" + (lime ? "lime.url" : "erp.url") + ") and the network";
            case RECORD_GONE, SETTINGS_FAULT ->
                    "check the address ("
                            + (lime ? "lime.url: https://host/application" : "erp.url")
                            + ")";
            case INVALID_VALUE,
                    VALUE_TOO_LONG,
                    REQUIRED_MISSING,
                    UNKNOWN_OPTION,
                    NUMBER_TAKEN,
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
                    MAPPING_NOT_VALID,
                    BRAKE,
                    UNRECOGNISED ->
                    "see what the system itself says of the request";
        };
    }
}
