package io.erpsync.system.evidence;

/** Where a record is to stand once everything is quiet. */
public enum Fate {
    /** In both systems, its card {@code synced} and without a text. */
    IN_BOTH,
    /** Its card in {@code error}, with the reason on it. */
    REFUSED,
    /**
     * Its card {@code synced}, with a text of what Lime did not take from the ERP; in {@code error}
     * where the card was on its way in a round just then.
     */
    NOTED,
    /** On its own side alone. */
    ALONE
}
