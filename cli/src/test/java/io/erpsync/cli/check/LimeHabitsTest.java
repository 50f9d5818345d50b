package io.erpsync.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.cli.check.CheckLine.Mark;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.SystemName;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimeHabitsTest {

    private static final Instant SYNCED = Instant.parse("2026-03-01T09:00:00Z");
    private static final long OURS = 2701;
    private static final long PERSON = 3701;

    @Test
    void seesWhoseKeyItIsByTheLastSyncs() {
        CheckLine line = user(justSynced(OURS), justSynced(OURS), editedLater("synced"));

        assertThat(line)
                .isEqualTo(CheckLine.ok("user", "user 2701 made the last sync of 2 records"));
    }

    @Test
    void findsThatTheSyncsAreAnothers() {
        CheckLine line = user(justSynced(PERSON), justSynced(PERSON), justSynced(OURS));

        assertThat(line.mark()).isEqualTo(Mark.FAULT);
        assertThat(line.found())
                .isEqualTo("user 3701 made the last sync of 2 records, sync-user says 2701");
        assertThat(line.remedy()).contains("the key of user 2701", "sync-user: 3701");
    }

    @Test
    void takesAnEditRightAfterASyncForNoMoreThanItIs() {
        CheckLine line = user(justSynced(OURS), justSynced(OURS), justSynced(PERSON));

        assertThat(line.mark()).isEqualTo(Mark.OK);
    }

    @Test
    void doubtsInFavourOfTheUserThatIsNamed() {
        assertThat(user(justSynced(OURS), justSynced(PERSON)).mark()).isEqualTo(Mark.OK);
    }

    @Test
    void knowsNothingOfTheUserBeforeTheFirstSync() {
        CheckLine line = user(record("readyforfirstsync", PERSON, SYNCED, false));

        assertThat(line.mark()).isEqualTo(Mark.NOTE);
        assertThat(line.remedy()).contains("2701");
    }

    @Test
    void seesTheTriggerAtWork() {
        assertThat(trigger(editedLater("updatesmade"), editedLater("synced")))
                .isEqualTo(
                        CheckLine.ok("trigger", "at work: edits turned 1 record into updatesmade"));
    }

    @Test
    void takesOurOwnUpdatesmadeForNoTrigger() {
        CheckLine line = trigger(record("updatesmade", OURS, SYNCED.plusSeconds(600), true));

        assertThat(line.mark()).isEqualTo(Mark.NOTE);
    }

    @Test
    void missesTheTriggerWhereEditsAskForNothing() {
        CheckLine line = trigger(editedLater("synced"), editedLater("synced"), justSynced(OURS));

        assertThat(line.mark()).isEqualTo(Mark.WARNING);
        assertThat(line.found()).startsWith("2 records were edited by a person");
        assertThat(line.remedy()).contains("properties-synced", "lime-trigger: false");
    }

    @Test
    void takesNoEditForAMissedOne() {
        assertThat(trigger(justSynced(OURS)).found())
                .isEqualTo("not seen at work: no edit since the last sync among 1 record");
        assertThat(trigger(record("synced", OURS, SYNCED.plusSeconds(600), true)).mark())
                .isEqualTo(Mark.NOTE);
        assertThat(trigger(record("synced", PERSON, SYNCED.plusSeconds(600), false)).mark())
                .isEqualTo(Mark.NOTE);
        assertThat(trigger(editedLater("error")).mark()).isEqualTo(Mark.NOTE);
    }

    @Test
    void saysThatThereAreNoRecordsToSeeItBy() {
        assertThat(trigger().found()).isEqualTo("there are no records yet to see it by");
    }

    @Test
    void looksForNoTriggerWhereTheRulesSayThereIsNone() {
        LimeHabits habits = new LimeHabits(rules(false), List.of(editedLater("synced")));

        assertThat(habits.trigger("trigger", "2701").mark()).isEqualTo(Mark.OK);
    }

    private static CheckLine user(StoredRecord... records) {
        return new LimeHabits(rules(true), List.of(records)).user("user", "2701");
    }

    private static CheckLine trigger(StoredRecord... records) {
        return new LimeHabits(rules(true), List.of(records)).trigger("trigger", "2701");
    }

    private static ObjectRules rules(boolean trigger) {
        return RulesExample.with(LimeProperties.DEFAULT, trigger);
    }

    private static StoredRecord justSynced(long user) {
        return record("synced", user, SYNCED.plusSeconds(1), true);
    }

    private static StoredRecord editedLater(String status) {
        return record(status, PERSON, SYNCED.plus(Duration.ofHours(1)), true);
    }

    private static StoredRecord record(
            String status, long user, Instant changed, boolean wasSynced) {
        Fields fields =
                Fields.of(
                        Map.of(
                                "erp_status",
                                Value.text(status),
                                "_updateduser",
                                new Value.Whole(user),
                                "_timestamp",
                                new Value.Moment(changed),
                                "erp_lastsynced",
                                wasSynced ? new Value.Moment(SYNCED) : Value.empty()));
        return new StoredRecord(
                new RecordReference(SystemName.LIME, "company", "1"), null, fields, changed);
    }
}
