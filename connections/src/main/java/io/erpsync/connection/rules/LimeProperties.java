package io.erpsync.connection.rules;

/** The Lime properties in which the state of the sync is kept, by name. */
public record LimeProperties(
        String number, String status, String errorText, String firstSynced, String lastSynced) {

    public static final LimeProperties DEFAULT =
            new LimeProperties(
                    "erp_id",
                    "erp_status",
                    "erp_errormessage",
                    "erp_firstsynced",
                    "erp_lastsynced");
}
