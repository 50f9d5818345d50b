package io.erpsync.sandbox.lime.store;

import io.erpsync.sandbox.ledger.Ledger;
import io.erpsync.sandbox.ledger.LedgerEntry.Operation;
import io.erpsync.sandbox.lime.metadata.DataModel;
import io.erpsync.sandbox.lime.metadata.Limetype;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Lime application with its users and records. Each call is one transaction; safe for several
 * threads. A save that is refused throws {@link LimeRefusal} and leaves no trace.
 */
public final class LimeApplication {

    private static final String SYSTEM = "lime";
    private static final long FIRST_ID = 1001;

    private final String name;
    private final Map<String, LimeUser> usersByKey;
    private final Clock clock;
    private final Ledger ledger;
    private final Records records;
    private final StatusHistory history = new StatusHistory();
    private final List<LimeEvents> listeners = new ArrayList<>();
    private volatile LimeSwitches switches;
    private long nextId = FIRST_ID;

    public LimeApplication(
            String name,
            DataModel model,
            Map<String, LimeUser> usersByKey,
            LimeSwitches switches,
            Clock clock,
            Ledger ledger) {
        this.name = name;
        this.usersByKey = Map.copyOf(usersByKey);
        this.switches = switches;
        this.clock = clock;
        this.ledger = ledger;
        this.records = new Records(model);
    }

    public String name() {
        return name;
    }

    public DataModel model() {
        return records.model();
    }

    /** An administrator gives a property another name; its values stay. */
    public synchronized void rename(String limetype, String from, String to) {
        records.rename(limetype(limetype), from, to, now());
    }

    public LimeSwitches switches() {
        return switches;
    }

    public void switches(LimeSwitches newSwitches) {
        switches = newSwitches;
    }

    /** The user whose key this is, or nothing. */
    public @Nullable LimeUser user(@Nullable String key) {
        return key == null ? null : usersByKey.get(key);
    }

    public Collection<LimeUser> users() {
        return usersByKey.values();
    }

    public synchronized void listen(LimeEvents listener) {
        listeners.add(listener);
    }

    /** The limetype; throws {@link LimeRefusal} when there is none of that name. */
    public Limetype limetype(String limetype) {
        return records.limetype(limetype);
    }

    public synchronized @Nullable LimeObject find(
            String limetype, long id, @Nullable Instant asOf) {
        return records.find(limetype, id, asOf);
    }

    /** The record; throws {@link LimeRefusal} when there is none with that id. */
    public synchronized LimeObject require(String limetype, long id, @Nullable Instant asOf) {
        return records.require(limetype, id, asOf);
    }

    /** All records of a type, in the order of their ids. */
    public synchronized List<LimeObject> all(String limetype, @Nullable Instant asOf) {
        return records.all(limetype, asOf);
    }

    public synchronized List<StatusEntry> statusHistory(String limetype, long id) {
        return history.of(limetype, id);
    }

    public synchronized LimeObject create(
            LimeUser user, String limetype, Map<String, @Nullable Object> body) {
        Limetype type = limetype(limetype);
        Map<String, @Nullable Object> sent = SaveRules.read(type, body);
        Map<String, @Nullable Object> values = SaveRules.blank(type);
        values.putAll(sent);
        if (tracksStatus(type) && switches.statusTable()) {
            SaveRules.checkBirth(values, user.setter());
        }
        complete(type, sent, values, -1);
        Instant now = now();
        LimeObject created =
                new LimeObject(limetype, nextId++, values, now, now, user.id(), user.id());
        records.put(created, now);
        remember(type, created, String.valueOf(user.id()));
        report(Operation.CREATE, created, now, user, sent);
        publish(new LimeEvent(LimeEvent.Kind.NEW, created, Map.of()));
        return created;
    }

    /** Writes only the properties sent; the last write wins. */
    public synchronized LimeObject update(
            LimeUser user, String limetype, long id, Map<String, @Nullable Object> body) {
        Limetype type = limetype(limetype);
        LimeObject before = records.require(limetype, id, null);
        Map<String, @Nullable Object> sent = SaveRules.read(type, body);
        if (tracksStatus(type) && switches.statusTable()) {
            SaveRules.checkMove(before.values(), sent, user.setter());
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(before.values());
        values.putAll(sent);
        complete(type, sent, values, id);
        LimeObject written = before.saved(values, now(), user.id());
        if (!before.text(SaveRules.STATUS).equals(written.text(SaveRules.STATUS))) {
            remember(type, written, String.valueOf(user.id()));
        }
        LimeObject after = flipped(type, before, written, user);
        records.put(after, after.timestamp());
        report(Operation.UPDATE, after, after.timestamp(), user, sent);
        publish(new LimeEvent(LimeEvent.Kind.UPDATE, after, before.differences(after)));
        return after;
    }

    public synchronized void delete(LimeUser user, String limetype, long id) {
        LimeObject gone = records.require(limetype, id, null);
        Instant now = now();
        records.remove(gone, now);
        report(Operation.DELETE, gone, now, user, Map.of());
        publish(new LimeEvent(LimeEvent.Kind.DELETE, gone, Map.of()));
    }

    /** Puts a record as it is, past all rules, without ledger entry or event. */
    public synchronized LimeObject seed(
            String limetype, Map<String, @Nullable Object> body, long user) {
        Limetype type = limetype(limetype);
        Map<String, @Nullable Object> values = SaveRules.blank(type);
        values.putAll(SaveRules.read(type, body));
        ComputedProperties.recompute(type, values);
        long id = body.get("_id") instanceof Number number ? number.longValue() : nextId;
        nextId = Math.max(nextId, id + 1);
        Instant stamp =
                body.get("_timestamp") instanceof String text ? SqlServerTime.parse(text) : null;
        Instant at = stamp == null ? now() : SqlServerTime.round(stamp);
        LimeObject seeded = new LimeObject(limetype, id, values, at, at, user, user);
        records.put(seeded, at);
        remember(type, seeded, "seed");
        return seeded;
    }

    private void complete(
            Limetype type,
            Map<String, @Nullable Object> sent,
            Map<String, @Nullable Object> values,
            long id) {
        SaveRules.checkRequired(type, values);
        records.checkRelations(type, sent);
        if (switches.uniqueNumber()) {
            records.checkUniqueNumber(type, values, id);
        }
        ComputedProperties.recompute(type, values);
    }

    private LimeObject flipped(
            Limetype type, LimeObject before, LimeObject written, LimeUser user) {
        if (!tracksStatus(type)
                || user.sync()
                || !SaveRules.flips(before.values(), written.values(), switches)) {
            return written;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(written.values());
        values.put(SaveRules.STATUS, ErpStatus.UPDATESMADE.key());
        LimeObject flipped = written.withValues(values);
        remember(type, flipped, "trigger");
        return flipped;
    }

    private void remember(Limetype type, LimeObject object, String setter) {
        if (tracksStatus(type)) {
            history.add(
                    type.name(),
                    object.id(),
                    new StatusEntry(object.text(SaveRules.STATUS), object.timestamp(), setter));
        }
    }

    private static boolean tracksStatus(Limetype type) {
        return type.property(SaveRules.STATUS) != null;
    }

    private Instant now() {
        return SqlServerTime.round(clock.instant());
    }

    private void report(
            Operation operation,
            LimeObject object,
            Instant at,
            LimeUser user,
            Map<String, @Nullable Object> fields) {
        ledger.note(
                at,
                SYSTEM,
                name,
                object.limetype(),
                String.valueOf(object.id()),
                operation,
                String.valueOf(user.id()),
                fields);
    }

    private void publish(LimeEvent event) {
        listeners.forEach(listener -> listener.happened(event));
    }
}
