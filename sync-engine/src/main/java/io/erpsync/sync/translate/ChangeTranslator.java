package io.erpsync.sync.translate;

import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.value.AvroValues;

/** Change events, from Avro. */
public final class ChangeTranslator {

    private ChangeTranslator() {}

    public static RecordReference reference(ChangeEvent event) {
        return AvroValues.toModel(event.getReference());
    }

    public static StoredRecord record(ChangeEvent event) {
        return new StoredRecord(
                reference(event),
                event.getTechnicalId(),
                AvroValues.toModel(event.getFields()),
                event.getAsOf());
    }

    /** An urgency of a newer version than this one is taken as background work. */
    public static Urgency urgency(ChangeEvent event) {
        return switch (event.getUrgency()) {
            case INTERACTIVE -> Urgency.INTERACTIVE;
            case BACKGROUND, UNRECOGNISED -> Urgency.BACKGROUND;
        };
    }
}
