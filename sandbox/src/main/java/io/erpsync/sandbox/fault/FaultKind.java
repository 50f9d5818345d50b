package io.erpsync.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;

/** The ways in which an answer can go wrong. */
public enum FaultKind {
    /** An error code instead of doing anything. */
    STATUS,
    /** Done at once, answered late. */
    SLOW,
    /** Done, and the connection closed instead of an answer. */
    COMMIT_THEN_DROP,
    /** The connection closed at once, and done after the delay. */
    CUT_AND_COMMIT_LATER,
    /** A read that shows the state of some time ago. */
    STALE_READ,
    /** 429 instead of doing anything. */
    RATE_LIMITED,
    /** A page of HTML where JSON belongs; a write is not done unless the fault says so. */
    HTML,
    /** 200 without a body; a write is done unless the fault says otherwise. */
    EMPTY_200,
    /** The caller's token is no longer taken. */
    EXPIRED_TOKEN,
    /** The company withdrew its consent: no new token. */
    CONSENT_REVOKED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static FaultKind ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Unknown fault kind "
                                                + name
                                                + "; known: "
                                                + Arrays.stream(values())
                                                        .map(FaultKind::wireName)
                                                        .toList()));
    }
}
