package io.erpsync.connection.rules;

/** What happens when a record that is to be created seems to be there already. */
public enum Matching {
    /** The default: nothing is created or linked; the candidate is named. */
    REPORT,
    /** One exact hit is linked instead of created. */
    LINK,
    /** No look; what is asked for is created. */
    OFF
}
