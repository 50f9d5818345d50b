package io.erpsync.sync.core.model;

import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a link's record on one side.
 *
 * @param reference null while there is no record on this side
 * @param technicalId an id that survives a change of number, where the system has one
 * @param claimed true when the reference was taken from a number and the record behind it was never
 *     read
 * @param seen the newest whole record we hold; null while none was seen
 * @param agreed per field, the last value that both sides were in agreement on, as this side stores
 *     it; a field that is absent was never agreed on and cannot have been edited
 * @param doubt an observation that differs from {@code seen} and was too old, or came too close to
 *     a write of ours, to be believed; a look is due
 * @param bygone what fields held and left of late, oldest first: the values, and a time at or after
 *     their leaving
 */
public record SideState(
        @Nullable RecordReference reference,
        @Nullable String technicalId,
        boolean claimed,
        @Nullable Sighting seen,
        Fields agreed,
        @Nullable Sighting doubt,
        List<Sighting> bygone) {

    public static final SideState NONE =
            new SideState(null, null, false, null, Fields.NONE, null, List.of());

    /** A side that was kept before anything was remembered of what left has left nothing. */
    public SideState {
        bygone = List.copyOf(Objects.requireNonNullElse(bygone, List.of()));
    }

    /** A side that is known by its number alone. */
    public static SideState claimedAs(RecordReference reference) {
        return new SideState(reference, null, true, null, Fields.NONE, null, List.of());
    }

    public boolean exists() {
        return reference != null;
    }

    public boolean wasSeen() {
        return seen != null;
    }

    public boolean isDoubted() {
        return doubt != null;
    }

    /** The fields last seen; none while the record was not. */
    public Fields fields() {
        return seen == null ? Fields.NONE : seen.fields();
    }

    public Value get(String field) {
        return fields().get(field);
    }

    /** This side with a newer record. A doubt stays only where {@code doubtStays}. */
    public SideState saw(
            RecordReference newReference,
            @Nullable String newTechnicalId,
            Sighting sighting,
            boolean doubtStays) {
        String id = newTechnicalId == null ? technicalId : newTechnicalId;
        return new SideState(
                newReference, id, false, sighting, agreed, doubtStays ? doubt : null, bygone);
    }

    public SideState agreeing(Fields values) {
        return new SideState(reference, technicalId, claimed, seen, values, doubt, bygone);
    }

    /**
     * This side with that doubt, or with none. An older observation does not take the place of a
     * newer; two that differ at one time leave a doubt that only a look can answer.
     */
    public SideState doubting(@Nullable Sighting sighting) {
        if (sighting == null || doubt == null) {
            return withDoubt(sighting);
        }
        if (doubt.asOf().isAfter(sighting.asOf())) {
            return this;
        }
        boolean tells =
                sighting.asOf().isAfter(doubt.asOf()) || sighting.fields().equals(doubt.fields());
        return withDoubt(tells ? sighting : new Sighting(Fields.NONE, sighting.asOf()));
    }

    private SideState withDoubt(@Nullable Sighting sighting) {
        return new SideState(reference, technicalId, claimed, seen, agreed, sighting, bygone);
    }

    /** This side with those values that its fields left of late. */
    public SideState leaving(List<Sighting> values) {
        return new SideState(reference, technicalId, claimed, seen, agreed, doubt, values);
    }
}
