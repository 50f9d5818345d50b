package io.erpsync.sync.core.world;

import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.SystemName;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.LimeStatus;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lime: trims nothing, keeps the status table, flags edits of watched properties by itself, and
 * gives every save a version.
 */
public final class LimeStore {

    /** One card, and what it was before its last save. */
    public record Card(String id, Fields fields, long version, @Nullable Card before) {}

    private final ObjectRules rules;
    private final boolean flipsInProcess;
    private final SortedMap<String, Card> cards;
    private final SortedSet<String> changed;
    private final SortedMap<String, Card> deleted;
    private long clock;
    private int next;

    LimeStore(ObjectRules rules, boolean flipsInProcess) {
        this(rules, flipsInProcess, new TreeMap<>(), new TreeSet<>(), new TreeMap<>(), 0, 1001);
    }

    private LimeStore(
            ObjectRules rules,
            boolean flipsInProcess,
            SortedMap<String, Card> cards,
            SortedSet<String> changed,
            SortedMap<String, Card> deleted,
            long clock,
            int next) {
        this.rules = rules;
        this.flipsInProcess = flipsInProcess;
        this.cards = cards;
        this.changed = changed;
        this.deleted = deleted;
        this.clock = clock;
        this.next = next;
    }

    LimeStore copy() {
        return new LimeStore(
                rules,
                flipsInProcess,
                new TreeMap<>(cards),
                new TreeSet<>(changed),
                new TreeMap<>(deleted),
                clock,
                next);
    }

    public @Nullable Card card(String id) {
        return cards.get(id);
    }

    public Set<String> ids() {
        return cards.keySet();
    }

    /** The cards that were saved since they were last seen. */
    public SortedSet<String> changed() {
        return changed;
    }

    public LimeStatus status(String id) {
        return status(there(id).fields());
    }

    private LimeStatus status(Fields fields) {
        return LimeStatus.of(fields.get(rules.lime().status()));
    }

    Card there(String id) {
        Card card = cards.get(id);
        if (card == null) {
            throw new IllegalArgumentException("no card " + id);
        }
        return card;
    }

    String add(Fields fields) {
        String id = Integer.toString(next++);
        cards.put(id, new Card(id, complete(fields), ++clock, null));
        changed.add(id);
        return id;
    }

    /** A card has every property, filled or not. */
    private Fields complete(Fields fields) {
        Fields all = Fields.NONE;
        for (String name : rules.propertiesSynced()) {
            all = all.with(name, Value.empty());
        }
        var own = rules.lime();
        for (String name :
                Set.of(
                        own.number(),
                        own.status(),
                        own.errorText(),
                        own.firstSynced(),
                        own.lastSynced())) {
            all = all.with(name, Value.empty());
        }
        return all.with(fields);
    }

    /** A user's save; Lime flags it when a watched property changed. */
    void edit(String id, Fields changes) {
        Card card = there(id);
        Fields fields = card.fields().with(changes);
        LimeStatus status = status(card.fields());
        boolean watched =
                rules.propertiesSynced().stream()
                        .anyMatch(name -> !fields.get(name).equals(card.fields().get(name)));
        boolean flips =
                rules.limeTrigger()
                        && watched
                        && (status == LimeStatus.SYNCED
                                || status == LimeStatus.ERROR
                                || (status == LimeStatus.INPROCESS && flipsInProcess));
        save(card, flips ? withStatus(fields, LimeStatus.UPDATESMADE) : fields);
    }

    void press(String id) {
        Card card = there(id);
        save(card, withStatus(card.fields(), LimeStatus.READYFORFIRSTSYNC));
    }

    private Fields withStatus(Fields fields, LimeStatus status) {
        return fields.with(rules.lime().status(), Value.text(status.key()));
    }

    void delete(String id) {
        deleted.put(id, there(id));
        cards.remove(id);
        changed.remove(id);
    }

    /** What the deleted cards were in the end. */
    public SortedMap<String, Card> deleted() {
        return deleted;
    }

    private Card save(Card card, Fields fields) {
        Card before = new Card(card.id(), card.fields(), card.version(), null);
        Card saved = new Card(card.id(), fields, ++clock, before);
        cards.put(card.id(), saved);
        changed.add(card.id());
        return saved;
    }

    Outcome create(Fields fields) {
        return new Outcome.Applied(stored(there(add(fields))));
    }

    /** Answers with the card alone: of what lies over a relation, with what was asked for. */
    Outcome update(String id, Fields fields, Set<String> answerWith) {
        Card card = cards.get(id);
        if (card == null) {
            return new Outcome.Absent("no such card");
        }
        String property = rules.lime().status();
        boolean legal =
                !fields.has(property) || status(card.fields()).mayBeMovedByUsTo(status(fields));
        return legal
                ? new Outcome.Applied(
                        told(stored(save(card, card.fields().with(fields))), answerWith))
                : new Outcome.Refused(Reason.STATUS_MOVED_ON, property, "no such move");
    }

    private static StoredRecord told(StoredRecord card, Set<String> answerWith) {
        Fields told = card.fields();
        for (String name : card.fields().names()) {
            if (name.indexOf('.') > 0 && !answerWith.contains(name)) {
                told = told.without(name);
            }
        }
        return new StoredRecord(card.reference(), card.technicalId(), told, card.asOf());
    }

    Outcome read(String id) {
        Card card = cards.get(id);
        return card == null
                ? new Outcome.Absent("no such card")
                : new Outcome.Applied(stored(card));
    }

    /** The card with that number; null when none has it. */
    @Nullable Card numbered(Value number) {
        return cards.values().stream()
                .filter(card -> card.fields().get(rules.lime().number()).equals(number))
                .findFirst()
                .orElse(null);
    }

    StoredRecord stored(Card card) {
        return new StoredRecord(
                reference(card.id()), null, card.fields(), Instant.ofEpochSecond(card.version()));
    }

    RecordReference reference(String id) {
        return new RecordReference(SystemName.LIME, rules.limeType(), id);
    }
}
