package io.erpsync.polling.kafka;

import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.FieldDefinition;
import io.erpsync.polling.plan.Observation;
import io.erpsync.schemas.message.Catalogue;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.FieldEntry;
import io.erpsync.schemas.message.FieldKind;
import io.erpsync.schemas.message.Origin;
import io.erpsync.schemas.message.PollCursor;
import io.erpsync.schemas.message.Urgency;
import io.erpsync.schemas.message.View;
import io.erpsync.schemas.value.AvroValues;

/** Our records as messages of the contract. */
final class Messages {

    private Messages() {}

    static ChangeEvent of(Observation seen) {
        return ChangeEvent.newBuilder()
                .setEventId(seen.eventId())
                .setConnection(seen.connection().value())
                .setReference(AvroValues.toAvro(seen.reference()))
                .setView(view(seen.view()))
                .setOrigin(origin(seen.origin()))
                .setUrgency(urgency(seen.urgency()))
                .setTechnicalId(seen.technicalId())
                .setFields(AvroValues.toAvro(seen.fields()))
                .setShown(AvroValues.toAvro(seen.shown()))
                .setAsOf(seen.asOf())
                .setObservedAt(seen.observedAt())
                .build();
    }

    static PollCursor of(StoredCursor cursor) {
        return PollCursor.newBuilder()
                .setConnection(cursor.connection().value())
                .setSystem(cursor.system().value())
                .setType(cursor.type())
                .setFeed(cursor.feedWord())
                .setPosition(cursor.progress().cursor().position())
                .setComplete(cursor.progress().complete())
                .setAt(cursor.progress().at())
                .build();
    }

    static Catalogue of(ConnectionName connection, SeenCatalogue seen) {
        return Catalogue.newBuilder()
                .setConnection(connection.value())
                .setSystem(seen.fields().system().value())
                .setObjectType(seen.type().word())
                .setType(seen.fields().type())
                .setFields(seen.fields().fields().values().stream().map(Messages::entry).toList())
                .setEmptyClears(seen.capabilities().clear() == Clearing.EMPTIES)
                .setStoresLinkId(seen.capabilities().storesLinkId())
                .setSettleMillis(seen.capabilities().settleTime().toMillis())
                .setRequestsPerSecond(seen.capabilities().requestsPerSecond())
                .setAt(seen.at())
                .build();
    }

    private static FieldEntry entry(FieldDefinition field) {
        return FieldEntry.newBuilder()
                .setName(field.name())
                .setLocalName(field.localName())
                .setKind(kind(field.kind()))
                .setLength(field.length())
                .setWritable(field.writable())
                .setRequired(field.required())
                .setOptions(field.options())
                .build();
    }

    private static View view(Observation.View view) {
        return switch (view) {
            case RECORD -> View.RECORD;
            case LISTED -> View.LISTED;
            case GONE -> View.GONE;
            case INDEX_LOADED -> View.INDEX_LOADED;
        };
    }

    private static Origin origin(Observation.Origin origin) {
        return switch (origin) {
            case POLL -> Origin.POLL;
            case STATUS_POLL -> Origin.STATUS_POLL;
            case HINT -> Origin.HINT;
            case BASELINE -> Origin.BASELINE;
            case INDEX -> Origin.INDEX;
        };
    }

    private static Urgency urgency(io.erpsync.model.Urgency urgency) {
        return switch (urgency) {
            case INTERACTIVE -> Urgency.INTERACTIVE;
            case BACKGROUND -> Urgency.BACKGROUND;
        };
    }

    private static FieldKind kind(FieldDefinition.Kind kind) {
        return switch (kind) {
            case TEXT -> FieldKind.TEXT;
            case BOOLEAN -> FieldKind.BOOLEAN;
            case WHOLE -> FieldKind.WHOLE;
            case DECIMAL -> FieldKind.DECIMAL;
            case DAY -> FieldKind.DAY;
            case MOMENT -> FieldKind.MOMENT;
            case OPTION -> FieldKind.OPTION;
            case RELATION -> FieldKind.RELATION;
            case OTHER -> FieldKind.OTHER;
        };
    }
}
