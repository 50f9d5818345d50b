package io.erpsync.cli.check;

import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Lime does not tell and its records show: whose key the sync writes with, and whether Lime's
 * trigger is at work. Concluded from a sample, so every line says how many records it rests on.
 */
final class LimeHabits {

    private static final String CHANGED_BY = "_updateduser";
    private static final String CHANGED = "_timestamp";

    /** Our write and the time in it are not of the same clock, nor of the same second. */
    private static final Duration SAME_WRITE = Duration.ofMinutes(1);

    private final LimeProperties names;
    private final boolean trigger;
    private final List<StoredRecord> records;

    LimeHabits(ObjectRules rules, List<StoredRecord> records) {
        this.names = rules.lime();
        this.trigger = rules.limeTrigger();
        this.records = records;
    }

    /** Whose key it is, as far as records that were last written by a sync show. */
    CheckLine user(String subject, String wanted) {
        Map<String, Integer> writers = new TreeMap<>();
        records.stream()
                .filter(this::isOurWrite)
                .forEach(record -> writers.merge(shown(record, CHANGED_BY), 1, Integer::sum));
        int most = writers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int ours = writers.getOrDefault(wanted, 0);
        if (most == 0) {
            return CheckLine.note(
                    subject,
                    "Lime does not tell whose key it is, and no record was written by the sync yet",
                    "see in Lime's administration that the key belongs to user " + wanted);
        }
        if (ours == most) {
            return CheckLine.ok(
                    subject, "user %s made the last sync of %s".formatted(wanted, records(ours)));
        }
        String other =
                writers.entrySet().stream()
                        .filter(writer -> writer.getValue() == most)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        return CheckLine.fault(
                subject,
                "user %s made the last sync of %s, sync-user says %s"
                        .formatted(other, records(most), wanted),
                "use the key of user %s, or say sync-user: %s, which Lime's trigger must overlook"
                        .formatted(wanted, other));
    }

    /** Whether an edit in Lime turns a status into updatesmade. */
    CheckLine trigger(String subject, String syncUser) {
        if (!trigger) {
            return CheckLine.ok(subject, "lime-trigger: false, so edits are found by their values");
        }
        long flipped =
                records.stream()
                        .filter(record -> status(record).equals("updatesmade"))
                        .filter(record -> isPerson(record, syncUser))
                        .count();
        long missed = records.stream().filter(record -> isMissed(record, syncUser)).count();
        if (flipped > 0) {
            return CheckLine.ok(
                    subject, "at work: edits turned " + records(flipped) + " into updatesmade");
        }
        return missed > 0
                ? CheckLine.warning(
                        subject,
                        "%s edited by a person after the last sync, and none asks for a sync"
                                .formatted(missed == 1 ? "1 record was" : missed + " records were"),
                        "have Lime's trigger watch the properties of properties-synced, or say"
                                + " lime-trigger: false; nothing is wrong if only others were"
                                + " edited")
                : CheckLine.note(
                        subject,
                        records.isEmpty()
                                ? "there are no records yet to see it by"
                                : "not seen at work: no edit since the last sync among "
                                        + records(records.size()),
                        "edit a synced record and see its status turn to updatesmade");
    }

    private boolean isMissed(StoredRecord record, String syncUser) {
        Duration since = sinceSync(record);
        return status(record).equals("synced")
                && isPerson(record, syncUser)
                && since != null
                && since.compareTo(SAME_WRITE) > 0;
    }

    private boolean isOurWrite(StoredRecord record) {
        Duration since = sinceSync(record);
        return !shown(record, CHANGED_BY).isEmpty()
                && status(record).equals("synced")
                && since != null
                && since.abs().compareTo(SAME_WRITE) <= 0;
    }

    private static boolean isPerson(StoredRecord record, String syncUser) {
        String user = shown(record, CHANGED_BY);
        return !user.isEmpty() && !user.equals(syncUser);
    }

    private @Nullable Duration sinceSync(StoredRecord record) {
        Instant changed = moment(record, CHANGED);
        Instant synced = moment(record, names.lastSynced());
        return changed == null || synced == null ? null : Duration.between(synced, changed);
    }

    private String status(StoredRecord record) {
        return shown(record, names.status());
    }

    private static String shown(StoredRecord record, String field) {
        return record.fields().get(field).shown();
    }

    private static @Nullable Instant moment(StoredRecord record, String field) {
        return record.fields().get(field) instanceof Value.Moment(Instant at) ? at : null;
    }

    private static String records(long count) {
        return count + (count == 1 ? " record" : " records");
    }
}
