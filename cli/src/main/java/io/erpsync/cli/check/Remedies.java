package io.erpsync.cli.check;

import io.erpsync.model.Reason;
import io.erpsync.model.Side;

/** What a person can do when a system does not let us in. */
final class Remedies {

    private Remedies() {}

    static String of(Reason reason, Side side) {
        boolean lime = side == Side.LIME;
        return switch (reason) {
            case NOT_AUTHORISED ->
                    lime
                            ? "put a valid API key behind lime.api-key"
                            : "check client-id, client-secret and erp.tenant, and that the app is"
                                    + " activated for the company";
            case NO_LICENCE -> "have the licence for integrations added in the ERP";
            case WRONG_COMPANY -> "make erp.tenant and erp.company name the same company";
            case SETTINGS_FAULT ->
                    lime ? "make lime.api-key and lime.sync-user agree" : "correct the erp section";
            case RATE_LIMITED -> "wait a minute and check again";
            case TARGET_UNAVAILABLE, UNEXPECTED_ANSWER ->
                    "check the address (" + (lime ? "lime.url" : "erp.url") + ") and the network";
            case RECORD_GONE ->
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
                    FAILS_REPEATEDLY,
                    UNREADABLE,
                    STATUS_MOVED_ON,
                    MAPPING_NOT_VALID,
                    BRAKE,
                    UNRECOGNISED ->
                    "see what the system itself says of the request";
        };
    }
}
