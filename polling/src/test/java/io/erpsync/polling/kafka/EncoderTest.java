package io.erpsync.polling.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.model.Capabilities;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import io.erpsync.polling.plan.Observation;
import io.erpsync.polling.plan.Progress;
import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.message.Catalogue;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.FieldEntry;
import io.erpsync.schemas.message.PollCursor;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.testing.StubRegistry;
import io.erpsync.schemas.topics.Headers;
import io.erpsync.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ConnectionName ACME = new ConnectionName("acme");
    private static final SystemName FORTNOX = new SystemName("fortnox");

    private final StubRegistry registry = StubRegistry.start();
    private final MessageCodec codec;
    private final Encoder encoder;

    EncoderTest() {
        Contract.schemaByTopic()
                .forEach((topic, schema) -> registry.register(topic + "-value", schema));
        codec = new MessageCodec(Map.of(SerdeKeys.URL, registry.url()));
        encoder = new Encoder(codec);
    }

    @AfterEach
    void close() {
        codec.close();
        registry.close();
    }

    @Test
    void sendsTheEventsOfAPageAndItsCursorInThatOrder() {
        StoredCursor cursor =
                new StoredCursor(
                        ACME,
                        FORTNOX,
                        "customer",
                        Feed.CHANGES,
                        new Progress(new Cursor("2;x"), true, NOON));

        List<ProducerRecord<byte[], byte[]>> records =
                encoder.encode(
                        Publication.page(
                                List.of(
                                        seen(
                                                FORTNOX,
                                                Observation.View.RECORD,
                                                Observation.Origin.POLL),
                                        seen(
                                                FORTNOX,
                                                Observation.View.GONE,
                                                Observation.Origin.POLL)),
                                cursor));

        assertThat(records)
                .extracting(ProducerRecord::topic)
                .containsExactly(Topics.ERP_CHANGES, Topics.ERP_CHANGES, Topics.CURSORS);
        PollCursor stored = decoded(records.getLast(), PollCursor.class);
        assertThat(stored.getPosition()).isEqualTo("2;x");
        assertThat(stored.getComplete()).isTrue();
        assertThat(stored.getFeed()).isEqualTo("changes");
        assertThat(stored.getAt()).isEqualTo(NOON);
        assertThat(new String(records.getLast().key(), UTF_8))
                .isEqualTo(cursor.key())
                .startsWith("acme/cursor/");
    }

    @Test
    void sendsAnEventUnderItsRecordsKeyWithTheJourneyItBegins() {
        ProducerRecord<byte[], byte[]> record =
                encoder.encode(
                                Publication.hinted(
                                        seen(
                                                SystemName.LIME,
                                                Observation.View.RECORD,
                                                Observation.Origin.HINT),
                                        List.of(7L)))
                        .getFirst();

        assertThat(record.topic()).isEqualTo(Topics.LIME_CHANGES);
        assertThat(new String(record.key(), UTF_8)).isEqualTo("acme/lime/customer/7");
        assertThat(headers(record))
                .containsEntry(Headers.CONNECTION, "acme")
                .containsEntry(Headers.SYSTEM, "lime")
                .containsEntry(Headers.CAUSATION_ID, "event-7")
                .containsKeys(Headers.CORRELATION_ID, Headers.TRACE_PARENT)
                .hasSize(5);
        ChangeEvent event = decoded(record, ChangeEvent.class);
        assertThat(event.getEventId()).isEqualTo("event-7");
        assertThat(event.getTechnicalId()).isEqualTo("guid");
        assertThat(event.getAsOf()).isEqualTo(NOON);
        assertThat(event.getObservedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(event.getUrgency().name()).isEqualTo("INTERACTIVE");
        assertThat(event.getFields()).containsEntry("name", "Acme");
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordForEveryView(Observation.View view) {
        ChangeEvent event = event(view, Observation.Origin.POLL);

        assertThat(event.getView().name()).isEqualTo(view.name());
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordForEveryOrigin(Observation.Origin origin) {
        ChangeEvent event = event(Observation.View.RECORD, origin);

        assertThat(event.getOrigin().name()).isEqualTo(origin.name());
    }

    @Test
    void tellsWhatASystemHasAndCan() {
        SortedMap<String, FieldDefinition> fields = new TreeMap<>();
        for (FieldDefinition.Kind kind : FieldDefinition.Kind.values()) {
            fields.put(
                    kind.name(),
                    new FieldDefinition(kind.name(), "Fält", kind, 50, true, false, List.of("a")));
        }
        SeenCatalogue seen =
                new SeenCatalogue(
                        ObjectType.CUSTOMER,
                        new FieldCatalogue(FORTNOX, "customer", fields),
                        new Capabilities(
                                Capabilities.Clearing.EMPTIES,
                                true,
                                Duration.ofSeconds(60),
                                false,
                                5),
                        NOON);

        ProducerRecord<byte[], byte[]> record =
                encoder.encode(Publication.catalogue(ACME, seen)).getFirst();

        assertThat(record.topic()).isEqualTo(Topics.CATALOGUES);
        assertThat(new String(record.key(), UTF_8)).isEqualTo("acme/catalogue/fortnox.customer");
        Catalogue told = decoded(record, Catalogue.class);
        assertThat(told.getEmptyClears()).isTrue();
        assertThat(told.getStoresLinkId()).isTrue();
        assertThat(told.getSettleMillis()).isEqualTo(60_000);
        assertThat(told.getRequestsPerSecond()).isEqualTo(5);
        assertThat(told.getFields())
                .extracting(field -> field.getKind().name())
                .containsExactlyElementsOf(
                        Arrays.stream(FieldDefinition.Kind.values())
                                .map(Enum::name)
                                .sorted()
                                .toList());
        assertThat(told.getFields()).extracting(FieldEntry::getLength).containsOnly(50);
    }

    private ChangeEvent event(Observation.View view, Observation.Origin origin) {
        Publication one = Publication.hinted(seen(FORTNOX, view, origin), List.of());
        return decoded(encoder.encode(one).getFirst(), ChangeEvent.class);
    }

    private <T extends SpecificRecord> T decoded(
            ProducerRecord<byte[], byte[]> record, Class<T> type) {
        return switch (codec.decode(record.topic(), record.value(), type)) {
            case Decoded.Read<T>(T message) -> message;
            case Decoded.Unreadable<T>(String words) -> throw new AssertionError(words);
        };
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return headers;
    }

    private static Observation seen(
            SystemName system, Observation.View view, Observation.Origin origin) {
        return new Observation(
                "event-7",
                ACME,
                new RecordReference(system, "customer", "7"),
                view,
                origin,
                Urgency.INTERACTIVE,
                "guid",
                Fields.NONE.with("name", Value.text("Acme")),
                Fields.NONE.with("Phone1", Value.text("08-1")),
                NOON,
                NOON.plusSeconds(1));
    }
}
