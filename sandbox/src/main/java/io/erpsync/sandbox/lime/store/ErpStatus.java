package io.erpsync.sandbox.lime.store;

import java.util.Locale;

/** The statuses of a record, by the keys of the option. */
public enum ErpStatus {
    EMPTY,
    READYFORFIRSTSYNC,
    UPDATESMADE,
    INPROCESS,
    SYNCED,
    ERROR;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ErpStatus ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
