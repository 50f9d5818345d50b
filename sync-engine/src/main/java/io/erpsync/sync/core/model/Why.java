package io.erpsync.sync.core.model;

/** Why a decision was what it was; stands in the history and as a tag of the metrics. */
public enum Why {
    // commands
    ASKED_BY_LIME,
    SNAPSHOT_TAKEN,
    CREATED_IN_LIME,
    EDITED_IN_LIME,
    CREATED_IN_ERP,
    EDITED_IN_ERP,
    MERGED,
    PUT_BACK,
    MATCHED,
    ANSWERED,
    EDITED_WHILE_IN_PROCESS,
    STATUS_MOVED_ON,
    NUMBER_PUT_BACK,
    LOOK_BEFORE_USE,
    IN_DOUBT,
    // skips
    NOT_ACTIVATED,
    BASELINE,
    ECHO,
    NOTHING_DIFFERS,
    KNOWN_DIFFERENCE,
    OLD_OBSERVATION,
    DIRECTION_CLOSED,
    FILTERED,
    EXISTED_BEFORE,
    DISCONNECTED,
    RECORD_GONE,
    ALREADY_ANSWERED,
    NOTHING_TO_DO,
    DONE,
    OBSERVED_ONLY,
    DISCARDED,
    // holds
    WAITS_FOR_RESULT,
    WAITS_FOR_RELEASE,
    WAITS_FOR_INDEX,
    SETTLING,
    TARGET_UNAVAILABLE,
    PARKED,
    BRAKED,
    // dead letters
    REFUSED
}
