package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.SystemName;
import io.erpsync.model.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimeRecordsTest {

    private static final LimeValues VALUES = new LimeValues(ZoneId.of("Europe/Stockholm"));
    private static final LimeRecords READER =
            new LimeRecords(Companies.type(), Map.of(), Set.of(), VALUES);
    private static final LimeRecords WITH_COWORKER =
            new LimeRecords(
                    Companies.type(), Companies.withCoworker(), Set.of("coworker.email"), VALUES);

    @Test
    void readsARecordWithItsOwnTimeOfChange() {
        StoredRecord record = record(READER, Companies.nordlys());

        assertThat(record.reference())
                .isEqualTo(new RecordReference(SystemName.LIME, "company", "1042"));
        assertThat(record.asOf()).isEqualTo(Instant.parse("2025-06-11T12:05:06.740Z"));
        assertThat(record.technicalId()).isNull();
    }

    @Test
    void readsPropertiesOptionTextsAndWhatLimeKeepsItself() {
        Fields fields = fields(READER, Companies.nordlys());

        assertThat(fields.get("erp_status")).isEqualTo(new Value.Text("synced"));
        assertThat(fields.get("erp_status.text")).isEqualTo(new Value.Text("Synced"));
        assertThat(fields.get("_updateduser")).isEqualTo(new Value.Whole(2701));
        assertThat(fields.get("_createdtime"))
                .isEqualTo(new Value.Moment(Instant.parse("2025-02-21T09:28:16.963Z")));
        assertThat(fields.has("emailinvoice")).isTrue();
        assertThat(fields.names()).doesNotContain("person", "_links", "_id", "_descriptive");
    }

    @Test
    void readsFieldsOverARelation() {
        Fields fields = fields(WITH_COWORKER, Companies.nordlysWithCoworker());

        assertThat(fields.get("coworker")).isEqualTo(new Value.Whole(1012));
        assertThat(fields.get("coworker.email")).isEqualTo(new Value.Text("eva@nordlys.test"));
    }

    @Test
    void saysThatAFieldOverAnEmptyRelationIsEmpty() {
        Fields fields = fields(WITH_COWORKER, Companies.nordlys());

        assertThat(fields.has("coworker.email")).isTrue();
        assertThat(fields.get("coworker.email")).isEqualTo(Value.empty());
    }

    @Test
    void seesThatSomethingIsNotShown() {
        String withoutName = Companies.nordlys().replace("\"name\"", "\"nickname\"");
        String notEmbedded = Companies.nordlysWithCoworker().replace("relation_coworker", "other");

        assertThat(WITH_COWORKER.isWhole(Companies.json(Companies.nordlysWithCoworker()))).isTrue();
        assertThat(READER.isWhole(Companies.json(withoutName))).isFalse();
        assertThat(WITH_COWORKER.isWhole(Companies.json(notEmbedded))).isFalse();
        assertThat(fields(WITH_COWORKER, notEmbedded).has("coworker.email")).isFalse();
    }

    @Test
    void isNoRecordWithoutIdOrTime() {
        assertThat(READER.read(Companies.json("{\"_id\": 1042}"))).isNull();
        assertThat(READER.read(Companies.json("{\"_timestamp\": \"2025-06-11T14:05:06Z\"}")))
                .isNull();
    }

    private static Fields fields(LimeRecords reader, String json) {
        return record(reader, json).fields();
    }

    private static StoredRecord record(LimeRecords reader, String json) {
        return Objects.requireNonNull(reader.read(Companies.json(json)));
    }
}
