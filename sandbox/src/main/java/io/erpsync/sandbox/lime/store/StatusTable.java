package io.erpsync.sandbox.lime.store;

/** The moves of a status that Lime lets happen. Writing the same status again is no move. */
public final class StatusTable {

    private StatusTable() {}

    public static boolean allows(ErpStatus from, ErpStatus to, Setter setter) {
        if (from == to) {
            return true;
        }
        return switch (to) {
            case EMPTY -> false;
            case READYFORFIRSTSYNC ->
                    (from == ErpStatus.EMPTY || from == ErpStatus.ERROR)
                            && setter != Setter.TRIGGER;
            case UPDATESMADE ->
                    (from == ErpStatus.SYNCED || from == ErpStatus.ERROR) && setter != Setter.USER;
            case INPROCESS ->
                    (from == ErpStatus.READYFORFIRSTSYNC || from == ErpStatus.UPDATESMADE)
                            && setter == Setter.SYNC_USER;
            case SYNCED, ERROR -> from == ErpStatus.INPROCESS && setter == Setter.SYNC_USER;
        };
    }

    /** Whether a new record may start with this status. */
    public static boolean allowsAtBirth(ErpStatus status, Setter setter, boolean hasNumber) {
        return switch (status) {
            case EMPTY, READYFORFIRSTSYNC -> true;
            case SYNCED -> setter == Setter.SYNC_USER && hasNumber;
            case UPDATESMADE, INPROCESS, ERROR -> false;
        };
    }
}
