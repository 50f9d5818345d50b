package io.erpsync.sandbox.lime.store;

import io.erpsync.sandbox.ledger.Ledger;
import io.erpsync.sandbox.ledger.LedgerEntry.Operation;
import io.erpsync.sandbox.lime.metadata.DataModel;
import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import io.erpsync.sandbox.store.Versions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One Lime application with its users and records. Each call is one transaction; safe for several
 * threads. A save that is refused throws {@link LimeRefusal} and leaves no trace.
 */
public final class LimeApplication {

    private static final String SYSTEM = "lime";
    private static final long FIRST_ID = 1001;

    private final String name;
    private final DataModel model;
    private final Map<String, LimeUser> usersByKey;
    private final Clock clock;
    private final Ledger ledger;
    private final Map<String, Versions<Long, LimeObject>> tables = new HashMap<>();
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
        this.model = model;
        this.usersByKey = new LinkedHashMap<>(usersByKey);
        this.switches = switches;
        this.clock = clock;
        this.ledger = ledger;
        model.limetypes()
                .keySet()
                .forEach(type -> tables.put(type, new Versions<>(Comparator.naturalOrder())));
    }

    public String name() {
        return name;
    }

    public DataModel model() {
        return model;
    }

    public Clock clock() {
        return clock;
    }

    public LimeSwitches switches() {
        return switches;
    }

    public void switches(LimeSwitches newSwitches) {
        switches = newSwitches;
    }

    /** The user whose key this is, or nothing. */
    public synchronized @Nullable LimeUser user(@Nullable String key) {
        return key == null ? null : usersByKey.get(key);
    }

    public synchronized Collection<LimeUser> users() {
        return List.copyOf(usersByKey.values());
    }

    public synchronized void listen(LimeEvents listener) {
        listeners.add(listener);
    }

    /** The limetype; throws {@link LimeRefusal} when there is none of that name. */
    public Limetype limetype(String limetype) {
        Limetype found = model.limetype(limetype);
        if (found == null) {
            throw LimeRefusal.notFound("There is no limetype named " + limetype);
        }
        return found;
    }

    public synchronized @Nullable LimeObject find(
            String limetype, long id, @Nullable Instant asOf) {
        return table(limetype).get(id, asOf);
    }

    /** The record; throws {@link LimeRefusal} when there is none with that id. */
    public LimeObject require(String limetype, long id, @Nullable Instant asOf) {
        LimeObject found = find(limetype, id, asOf);
        if (found == null) {
            throw LimeRefusal.notFound("There is no " + limetype + " with id " + id);
        }
        return found;
    }

    /** All records of a type, in the order of their ids. */
    public synchronized List<LimeObject> all(String limetype, @Nullable Instant asOf) {
        return table(limetype).values(asOf);
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
        SaveRules.checkRequired(type, values);
        checkRelations(type, sent);
        if (tracksStatus(type) && switches.statusTable()) {
            SaveRules.checkBirth(values, user.setter());
        }
        checkNumber(type, values, -1);
        ComputedProperties.recompute(type, values);
        Instant now = now();
        LimeObject created =
                new LimeObject(limetype, nextId++, values, now, now, user.id(), user.id());
        table(limetype).put(created.id(), created, now);
        remember(type, created, String.valueOf(user.id()));
        report(Operation.CREATE, created, user, sent);
        publish(new LimeEvent(LimeEvent.Kind.NEW, created, Map.of()));
        return created;
    }

    /** Writes only the properties sent; the last write wins. */
    public synchronized LimeObject update(
            LimeUser user, String limetype, long id, Map<String, @Nullable Object> body) {
        Limetype type = limetype(limetype);
        LimeObject before = require(limetype, id, null);
        Map<String, @Nullable Object> sent = SaveRules.read(type, body);
        checkRelations(type, sent);
        if (tracksStatus(type) && switches.statusTable()) {
            SaveRules.checkMove(before.values(), sent, user.setter());
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(before.values());
        values.putAll(sent);
        SaveRules.checkRequired(type, values);
        checkNumber(type, values, id);
        ComputedProperties.recompute(type, values);
        LimeObject written = before.with(values, now(), user.id());
        rememberMove(type, before, written, String.valueOf(user.id()));
        LimeObject after = flipped(type, before, written, user);
        table(limetype).put(id, after, after.timestamp());
        report(Operation.UPDATE, after, user, sent);
        publish(new LimeEvent(LimeEvent.Kind.UPDATE, after, changed(before, after)));
        return after;
    }

    public synchronized void delete(LimeUser user, String limetype, long id) {
        LimeObject gone = require(limetype, id, null);
        table(limetype).remove(id, now());
        releaseReferences(limetype, id);
        report(Operation.DELETE, gone, user, Map.of());
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
        table(limetype).put(id, seeded, at);
        remember(type, seeded, "seed");
        return seeded;
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
        LimeObject flipped = written.with(values, written.timestamp(), user.id());
        remember(type, flipped, "trigger");
        return flipped;
    }

    private void rememberMove(Limetype type, LimeObject before, LimeObject after, String setter) {
        if (!before.text(SaveRules.STATUS).equals(after.text(SaveRules.STATUS))) {
            remember(type, after, setter);
        }
    }

    private void remember(Limetype type, LimeObject object, String setter) {
        if (tracksStatus(type)) {
            history.add(
                    type.name(),
                    object.id(),
                    new StatusEntry(object.text(SaveRules.STATUS), object.timestamp(), setter));
        }
    }

    private void checkRelations(Limetype type, Map<String, @Nullable Object> sent) {
        sent.forEach(
                (property, value) -> {
                    Property definition = Objects.requireNonNull(type.property(property));
                    if (definition.type() == PropertyType.BELONGSTO
                            && value instanceof Long id
                            && find(definition.related(), id, null) == null) {
                        throw LimeRefusal.badRequest(
                                property + ": there is no " + definition.related() + " " + id);
                    }
                });
    }

    private void checkNumber(Limetype type, Map<String, @Nullable Object> values, long own) {
        String number = SaveRules.number(values);
        if (switches.uniqueNumber()
                && !number.isEmpty()
                && all(type.name(), null).stream()
                        .anyMatch(
                                other ->
                                        other.id() != own
                                                && other.text(SaveRules.NUMBER).equals(number))) {
            throw LimeRefusal.badRequest(SaveRules.NUMBER + " must be unique: " + number);
        }
    }

    private void releaseReferences(String limetype, long id) {
        for (Limetype type : model.limetypes().values()) {
            for (Property property : type.stored()) {
                if (property.type() == PropertyType.BELONGSTO
                        && property.related().equals(limetype)) {
                    release(type.name(), property.name(), id);
                }
            }
        }
    }

    private void release(String limetype, String property, long id) {
        for (LimeObject object : all(limetype, null)) {
            if (Objects.equals(object.value(property), id)) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>(object.values());
                values.put(property, null);
                table(limetype)
                        .put(
                                object.id(),
                                new LimeObject(
                                        limetype,
                                        object.id(),
                                        values,
                                        object.createdTime(),
                                        object.timestamp(),
                                        object.createdUser(),
                                        object.updatedUser()),
                                now());
            }
        }
    }

    private static Map<String, @Nullable Object> changed(LimeObject before, LimeObject after) {
        Map<String, @Nullable Object> original = new LinkedHashMap<>();
        before.values()
                .forEach(
                        (property, value) -> {
                            if (!Objects.equals(value, after.value(property))) {
                                original.put(property, value);
                            }
                        });
        return original;
    }

    private static boolean tracksStatus(Limetype type) {
        return type.property(SaveRules.STATUS) != null;
    }

    private Versions<Long, LimeObject> table(String limetype) {
        return Objects.requireNonNull(tables.get(limetype(limetype).name()));
    }

    private Instant now() {
        return SqlServerTime.round(clock.instant());
    }

    private void report(
            Operation operation,
            LimeObject object,
            LimeUser user,
            Map<String, @Nullable Object> fields) {
        ledger.note(
                clock.instant(),
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
