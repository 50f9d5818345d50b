package io.erpsync.model;

/**
 * Why something was not done. Also the tag of metrics and the filter of replays, so the names are
 * part of the contract.
 */
public enum Reason {
    // of one object
    INVALID_VALUE(Scope.OBJECT),
    VALUE_TOO_LONG(Scope.OBJECT),
    REQUIRED_MISSING(Scope.OBJECT),
    UNKNOWN_OPTION(Scope.OBJECT),
    NUMBER_TAKEN(Scope.OBJECT),
    RECORD_GONE(Scope.OBJECT),
    REFUSED_BY_RULE(Scope.OBJECT),
    FILTERED(Scope.OBJECT),
    POSSIBLE_DUPLICATE(Scope.OBJECT),
    AMBIGUOUS_MATCH(Scope.OBJECT),
    DIRECTION_CLOSED(Scope.OBJECT),
    NUMBER_UNKNOWN(Scope.OBJECT),
    HELD_BY_ANOTHER(Scope.OBJECT),
    CONTESTED(Scope.OBJECT),
    FAILS_REPEATEDLY(Scope.OBJECT),
    UNREADABLE(Scope.OBJECT),
    STATUS_MOVED_ON(Scope.OBJECT),
    /** A value that was there before seems to be back, and may be an answer from the past. */
    PERHAPS_STALE(Scope.OBJECT),
    /** A fault of erpsync itself: it could not decide what to do. */
    NOT_DECIDED(Scope.OBJECT),
    // of the connection
    NOT_AUTHORISED(Scope.CONNECTION),
    NO_LICENCE(Scope.CONNECTION),
    WRONG_COMPANY(Scope.CONNECTION),
    MAPPING_NOT_VALID(Scope.CONNECTION),
    TARGET_UNAVAILABLE(Scope.CONNECTION),
    RATE_LIMITED(Scope.CONNECTION),
    UNEXPECTED_ANSWER(Scope.CONNECTION),
    SETTINGS_FAULT(Scope.CONNECTION),
    BRAKE(Scope.CONNECTION),
    /** A reason of a newer version than this one. */
    UNRECOGNISED(Scope.OBJECT);

    /** Whether the reason lies with one record or with all of its connection. */
    public enum Scope {
        OBJECT,
        CONNECTION
    }

    private final Scope scope;

    Reason(Scope scope) {
        this.scope = scope;
    }

    public Scope scope() {
        return scope;
    }

    /** The reason of that name, or {@link #UNRECOGNISED}. */
    public static Reason of(String name) {
        for (Reason reason : values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        return UNRECOGNISED;
    }
}
