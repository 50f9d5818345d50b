package io.erpsync.sync.translate;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.View;
import io.erpsync.schemas.value.AvroValues;

/** Change events, from Avro. */
public final class ChangeTranslator {

    private ChangeTranslator() {}

    /**
     * The event; throws {@link IllegalArgumentException} for what this version cannot understand.
     */
    public static ReadChange change(ChangeEvent event) {
        if (event.getView() == View.UNRECOGNISED) {
            throw new IllegalArgumentException(
                    "it is a kind of observation ('view') that this version does not know");
        }
        return new ReadChange(
                event.getEventId(),
                new ConnectionName(event.getConnection()),
                event.getView(),
                event.getOrigin(),
                urgency(event),
                new StoredRecord(
                        AvroValues.toModel(event.getReference()),
                        event.getTechnicalId(),
                        AvroValues.toModel(event.getFields()),
                        event.getAsOf()),
                AvroValues.toModel(event.getShown()));
    }

    /** An urgency of a newer version than this one is taken as background work. */
    private static Urgency urgency(ChangeEvent event) {
        return switch (event.getUrgency()) {
            case INTERACTIVE -> Urgency.INTERACTIVE;
            case BACKGROUND, UNRECOGNISED -> Urgency.BACKGROUND;
        };
    }
}
