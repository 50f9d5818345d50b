package io.erpsync.connection.rules;

/** What an ERP edit does when its Lime record was deleted. */
public enum WhenDeleted {
    KEEP,
    RECREATE
}
