package io.erpsync.sync.core.world;

import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An ERP: gives numbers, trims texts, upper-cases cities, keeps our link id, and empties a field or
 * ignores the wish.
 */
public final class ErpStore {

    /** What a list shows of a customer beside its number. */
    public static final Set<String> LISTED = Set.of("City");

    /** One customer, and what it was before its last change. */
    public record Customer(
            String number,
            @Nullable String linkId,
            Fields fields,
            @Nullable Fields before,
            long beforeAsOf) {}

    private final Rules rules;
    private final boolean coarse;
    private final SortedMap<String, Customer> customers;
    private final SortedSet<String> changed;
    private final SortedMap<String, Fields> shownBefore;
    private long clock;
    private int next;

    ErpStore(Rules rules, boolean coarse) {
        this(rules, coarse, new TreeMap<>(), new TreeSet<>(), new TreeMap<>(), 1, 1);
    }

    private ErpStore(
            Rules rules,
            boolean coarse,
            SortedMap<String, Customer> customers,
            SortedSet<String> changed,
            SortedMap<String, Fields> shownBefore,
            long clock,
            int next) {
        this.rules = rules;
        this.coarse = coarse;
        this.customers = customers;
        this.changed = changed;
        this.shownBefore = shownBefore;
        this.clock = clock;
        this.next = next;
    }

    ErpStore copy() {
        return new ErpStore(
                rules,
                coarse,
                new TreeMap<>(customers),
                new TreeSet<>(changed),
                shownBefore,
                clock,
                next);
    }

    public @Nullable Customer customer(String number) {
        return customers.get(number);
    }

    public Set<String> numbers() {
        return customers.keySet();
    }

    /** The customers that were saved since they were last seen. */
    public SortedSet<String> changed() {
        return changed;
    }

    public long clock() {
        return clock;
    }

    void tick() {
        clock++;
    }

    /** Whether a copy may not have caught up with the customer's last change. */
    boolean mayLag(String number) {
        return customers.containsKey(number) && lagging(number) != null;
    }

    void pass(Duration time) {
        clock += time.toSeconds();
    }

    /**
     * A read is answered by a copy that has not caught up with the customer's last change; null
     * where all have. The list goes on to tell of the change until they have.
     */
    @Nullable StoredRecord readLagging(String number) {
        clock++;
        StoredRecord record = lagging(number);
        if (record != null) {
            changed.add(number);
        }
        return record;
    }

    private @Nullable StoredRecord lagging(String number) {
        Customer customer = there(number);
        Fields before = customer.before();
        boolean caughtUp = clock >= customer.beforeAsOf() + rules.erp().settleTime().toSeconds();
        return before == null || caughtUp
                ? null
                : new StoredRecord(reference(number), null, before, Instant.ofEpochSecond(clock));
    }

    Customer there(String number) {
        Customer customer = customers.get(number);
        if (customer == null) {
            throw new IllegalArgumentException("no customer " + number);
        }
        return customer;
    }

    String add(Fields fields, @Nullable String linkId) {
        String number = Integer.toString(next++);
        Fields all = Fields.NONE;
        for (var entry : rules.object().mapping()) {
            all = all.with(entry.erp(), Value.empty());
        }
        all = all.with(normalised(fields)).with(object().erpNumber(), Value.text(number));
        customers.put(number, new Customer(number, linkId, all, null, 0));
        changed.add(number);
        return number;
    }

    /** The list is read when the connection goes live. */
    void list() {
        customers.forEach(
                (number, customer) -> shownBefore.put(number, customer.fields().only(LISTED)));
    }

    Fields shownBefore(String number) {
        return shownBefore.getOrDefault(number, Fields.NONE);
    }

    /** An ERP user's save. */
    void edit(String number, Fields changes) {
        long before = clock;
        if (!coarse) {
            clock++;
        }
        change(there(number), normalised(changes), before);
    }

    void delete(String number) {
        customers.remove(number);
        changed.remove(number);
    }

    private void change(Customer was, Fields changes, long before) {
        Fields fields = was.fields().with(changes);
        changed.add(was.number());
        customers.put(
                was.number(),
                new Customer(was.number(), was.linkId(), fields, was.fields(), before));
    }

    Outcome create(Fields fields, String linkId) {
        clock++;
        return new Outcome.Applied(stored(there(add(fields, linkId))));
    }

    Outcome update(String number, Fields fields) {
        Customer customer = customers.get(number);
        if (customer == null) {
            return new Outcome.Absent("no such customer");
        }
        long before = clock++;
        change(customer, normalised(heeded(fields)), before);
        return new Outcome.Applied(stored(there(number)));
    }

    Outcome read(String number) {
        Customer customer = customers.get(number);
        return customer == null
                ? new Outcome.Absent("no such customer")
                : new Outcome.Applied(stored(customer));
    }

    @Nullable Customer created(String linkId) {
        return customers.values().stream()
                .filter(customer -> linkId.equals(customer.linkId()))
                .findFirst()
                .orElse(null);
    }

    boolean holds(String number, Fields fields) {
        Customer customer = customers.get(number);
        Fields wanted = normalised(heeded(fields));
        return customer != null && customer.fields().only(wanted.names()).equals(wanted);
    }

    private Fields heeded(Fields fields) {
        if (rules.erp().clear() == Clearing.EMPTIES) {
            return fields;
        }
        Fields kept = Fields.NONE;
        for (var entry : fields.values().entrySet()) {
            if (!entry.getValue().isEmpty()) {
                kept = kept.with(entry.getKey(), entry.getValue());
            }
        }
        return kept;
    }

    /** What the ERP makes of values. */
    public static Fields normalised(Fields fields) {
        Fields result = Fields.NONE;
        for (var entry : fields.values().entrySet()) {
            result = result.with(entry.getKey(), normalised(entry.getKey(), entry.getValue()));
        }
        return result;
    }

    public static Value normalised(String field, Value value) {
        String text = value.shown().strip();
        return Value.text(field.equals("City") ? text.toUpperCase(Locale.ROOT) : text);
    }

    StoredRecord stored(Customer customer) {
        return new StoredRecord(
                reference(customer.number()),
                null,
                customer.fields(),
                Instant.ofEpochSecond(clock));
    }

    RecordReference reference(String number) {
        return new RecordReference(rules.connection().erpSystem(), object().erpType(), number);
    }

    private ObjectRules object() {
        return rules.object();
    }
}
