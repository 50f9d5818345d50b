package io.erpsync.polling.kafka;

import io.erpsync.model.SystemName;
import io.erpsync.polling.plan.Observation;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.topics.HeaderText;
import io.erpsync.schemas.topics.Headers;
import io.erpsync.schemas.topics.Keys;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.schemas.topics.TraceParent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A publication as records; asks the registry, so never inside a transaction. */
final class Encoder {

    private final MessageCodec codec;

    Encoder(MessageCodec codec) {
        this.codec = codec;
    }

    List<ProducerRecord<byte[], byte[]>> encode(Publication publication) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Observation seen : publication.seen()) {
            records.add(change(seen));
        }
        StoredCursor cursor = publication.cursor();
        if (cursor != null) {
            records.add(record(Topics.CURSORS, cursor.key(), Messages.of(cursor)));
        }
        SeenCatalogue catalogue = publication.catalogue();
        if (catalogue != null) {
            String key =
                    Keys.ofCatalogue(
                            publication.connection(),
                            catalogue.fields().system(),
                            catalogue.fields().type());
            records.add(
                    record(
                            Topics.CATALOGUES,
                            key,
                            Messages.of(publication.connection(), catalogue)));
        }
        return records;
    }

    List<ProducerRecord<byte[], byte[]>> encode(UnreadableCursor cursor, Instant now) {
        return List.of(record(Topics.DEAD_LETTERS, cursor.letterKey(), cursor.letter(now)));
    }

    private ProducerRecord<byte[], byte[]> change(Observation seen) {
        SystemName system = seen.reference().system();
        String topic = system.equals(SystemName.LIME) ? Topics.LIME_CHANGES : Topics.ERP_CHANGES;
        String key = Keys.of(seen.connection(), seen.reference());
        ProducerRecord<byte[], byte[]> record = record(topic, key, Messages.of(seen));
        // A change begins its journey here: each look at a record is one of its own.
        String journey = UUID.randomUUID().toString();
        HeaderText.put(record.headers(), Headers.CORRELATION_ID, journey);
        HeaderText.put(
                record.headers(), Headers.TRACE_PARENT, TraceParent.of(journey, seen.eventId()));
        HeaderText.put(record.headers(), Headers.CAUSATION_ID, seen.eventId());
        HeaderText.put(record.headers(), Headers.CONNECTION, seen.connection().value());
        HeaderText.put(record.headers(), Headers.SYSTEM, system.value());
        return record;
    }

    private ProducerRecord<byte[], byte[]> record(
            String topic, String key, SpecificRecord message) {
        return new ProducerRecord<>(
                topic, key.getBytes(StandardCharsets.UTF_8), codec.encode(topic, message));
    }
}
