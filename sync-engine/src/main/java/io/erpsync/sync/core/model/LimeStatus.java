package io.erpsync.sync.core.model;

import io.erpsync.model.Value;
import java.util.List;
import java.util.Locale;

/** The status option on the Lime card. Null, an empty text and the key {@code empty} are one. */
public enum LimeStatus {
    EMPTY,
    READYFORFIRSTSYNC,
    UPDATESMADE,
    INPROCESS,
    SYNCED,
    ERROR,
    /** A key that is none of ours: never asked about, never written over. */
    FOREIGN;

    private static final List<LimeStatus> OURS =
            List.of(EMPTY, READYFORFIRSTSYNC, UPDATESMADE, INPROCESS, SYNCED, ERROR);

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The option's key in Lime. */
    public String key() {
        return key;
    }

    /** Whether Lime asks for a sync and must be answered with synced or error. */
    public boolean asks() {
        return this == READYFORFIRSTSYNC || this == UPDATESMADE;
    }

    /** The status whose {@link #key()} is in {@code value}. */
    public static LimeStatus of(Value value) {
        if (value.isEmpty()) {
            return EMPTY;
        }
        String shown = value.shown();
        for (LimeStatus status : OURS) {
            if (status.key.equals(shown)) {
                return status;
            }
        }
        return FOREIGN;
    }

    /** Whether the vendor's table has a move from this status to {@code next} that we may write. */
    public boolean mayBeMovedByUsTo(LimeStatus next) {
        return switch (this) {
            case EMPTY -> next == READYFORFIRSTSYNC;
            case READYFORFIRSTSYNC, UPDATESMADE -> next == INPROCESS;
            case INPROCESS -> next == SYNCED || next == ERROR;
            case SYNCED -> next == UPDATESMADE;
            case ERROR -> next == UPDATESMADE || next == READYFORFIRSTSYNC;
            case FOREIGN -> false;
        };
    }
}
