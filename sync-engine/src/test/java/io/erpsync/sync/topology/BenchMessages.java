package io.erpsync.sync.topology;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.RecordReference;
import io.erpsync.schemas.message.Catalogue;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.FieldEntry;
import io.erpsync.schemas.message.FieldKind;
import io.erpsync.schemas.message.Origin;
import io.erpsync.schemas.message.Urgency;
import io.erpsync.schemas.message.View;
import io.erpsync.schemas.value.AvroValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pollers of a bench tell. */
final class BenchMessages {

    private static final List<FieldEntry> LIME_FIELDS =
            List.of(
                    text("name"),
                    text("phone"),
                    text("registrationno"),
                    text("erp_id"),
                    text("erp_errormessage"),
                    field("erp_firstsynced", FieldKind.MOMENT, List.of()),
                    field("erp_lastsynced", FieldKind.MOMENT, List.of()),
                    field(
                            "erp_status",
                            FieldKind.OPTION,
                            List.of(
                                    "empty",
                                    "readyforfirstsync",
                                    "updatesmade",
                                    "inprocess",
                                    "synced",
                                    "error")));
    private static final List<FieldEntry> ERP_FIELDS =
            List.of(
                    text("Name"),
                    text("Phone1"),
                    text("OrganisationNumber"),
                    text("CustomerNumber"));

    private BenchMessages() {}

    /** What Lime's companies have, but for one property that it lacks. */
    static Catalogue ofLime(ConnectionName connection, @Nullable String lacks) {
        return catalogue(
                connection,
                "lime",
                "company",
                true,
                LIME_FIELDS.stream().filter(field -> !field.getName().equals(lacks)).toList());
    }

    static Catalogue ofErp(ConnectionName connection) {
        return catalogue(connection, "fortnox", "customer", false, ERP_FIELDS);
    }

    private static Catalogue catalogue(
            ConnectionName connection,
            String system,
            String type,
            boolean emptyClears,
            List<FieldEntry> fields) {
        return Catalogue.newBuilder()
                .setConnection(connection.value())
                .setSystem(system)
                .setObjectType("customer")
                .setType(type)
                .setFields(fields)
                .setEmptyClears(emptyClears)
                .setStoresLinkId(!emptyClears)
                .setSettleMillis(60_000)
                .setRequestsPerSecond(5)
                .setAt(EngineBench.START)
                .build();
    }

    static ChangeEvent event(
            ConnectionName connection,
            RecordReference reference,
            Map<String, @Nullable Object> fields,
            View view,
            Origin origin,
            Instant asOf) {
        return ChangeEvent.newBuilder()
                .setEventId(
                        UUID.nameUUIDFromBytes(
                                        (reference + fields.toString() + asOf)
                                                .getBytes(StandardCharsets.UTF_8))
                                .toString())
                .setConnection(connection.value())
                .setReference(AvroValues.toAvro(reference))
                .setView(view)
                .setOrigin(origin)
                .setUrgency(Urgency.BACKGROUND)
                .setFields(fields)
                .setAsOf(asOf)
                .setObservedAt(asOf)
                .build();
    }

    private static FieldEntry text(String name) {
        return field(name, FieldKind.TEXT, List.of());
    }

    private static FieldEntry field(String name, FieldKind kind, List<String> options) {
        return FieldEntry.newBuilder()
                .setName(name)
                .setLocalName(name)
                .setKind(kind)
                .setWritable(true)
                .setRequired(false)
                .setOptions(options)
                .build();
    }
}
