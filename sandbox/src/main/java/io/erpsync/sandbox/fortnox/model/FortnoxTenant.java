package io.erpsync.sandbox.fortnox.model;

import io.erpsync.sandbox.ledger.Ledger;
import io.erpsync.sandbox.ledger.LedgerEntry.Operation;
import io.erpsync.sandbox.store.Versions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One company in Fortnox with its customers. Each call is one transaction; safe for several
 * threads. A write that is refused throws {@link FortnoxRefusal} and leaves no trace.
 */
public final class FortnoxTenant {

    private static final String SYSTEM = "fortnox";
    private static final String TYPE = "customer";

    private final Company company;
    private final Clock clock;
    private final Ledger ledger;
    private final Versions<String, Customer> customers = new Versions<>(new NumberOrder());
    private final Set<String> usedNumbers = new HashSet<>();
    private volatile FortnoxSwitches switches = FortnoxSwitches.standard();
    private long nextNumber;

    public FortnoxTenant(Company company, Clock clock, Ledger ledger) {
        this.company = company;
        this.clock = clock;
        this.ledger = ledger;
        this.nextNumber = company.firstNumber();
    }

    public Company company() {
        return company;
    }

    public FortnoxSwitches switches() {
        return switches;
    }

    public void switches(FortnoxSwitches newSwitches) {
        switches = newSwitches;
    }

    /** The customer; throws {@link FortnoxRefusal} when there is none of that number. */
    public synchronized Customer require(String number, @Nullable Instant asOf) {
        Customer customer = customers.get(number, asOf);
        if (customer == null) {
            throw new FortnoxRefusal(404, 2000433, "Kan inte hitta kunden.");
        }
        return customer;
    }

    /** All customers in the order of their numbers. */
    public synchronized List<Customer> all(@Nullable Instant asOf) {
        return customers.values(asOf);
    }

    /** Creates a customer each time it is asked; only a number of the client's own is unique. */
    public synchronized Customer create(String caller, Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> fields = CustomerRules.newborn();
        Map<String, @Nullable Object> changes = CustomerRules.read(fields, sent);
        fields.putAll(changes);
        CustomerRules.complete(fields);
        Object wanted = changes.get(CustomerFields.NUMBER);
        String number = wanted == null ? nextFreeNumber() : claimed(wanted.toString());
        usedNumbers.add(number);
        fields.put(CustomerFields.NUMBER, number);
        changes.put(CustomerFields.NUMBER, number);
        return store(
                Operation.CREATE, new Customer(number, fields, clock.instant()), caller, changes);
    }

    /** Writes only the fields sent and filled; the last write wins. */
    public synchronized Customer update(
            String caller, String number, Map<String, @Nullable Object> sent) {
        Customer before = require(number, null);
        Map<String, @Nullable Object> changes = CustomerRules.read(before.fields(), sent);
        // A number never changes; the one sent along by clients that write what they read is
        // theirs.
        changes.remove(CustomerFields.NUMBER);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(before.fields());
        fields.putAll(changes);
        CustomerRules.complete(fields);
        return store(
                Operation.UPDATE, new Customer(number, fields, clock.instant()), caller, changes);
    }

    /** Deletes a customer; its number stays taken. */
    public synchronized void delete(String caller, String number) {
        require(number, null);
        Instant now = clock.instant();
        customers.remove(number, now);
        ledger.note(
                now, SYSTEM, company.tenant(), TYPE, number, Operation.DELETE, caller, Map.of());
    }

    /** Puts a customer as it is, without ledger entry. */
    public synchronized Customer seed(
            Map<String, @Nullable Object> body, @Nullable Instant modified) {
        Map<String, @Nullable Object> fields = CustomerRules.newborn();
        fields.putAll(CustomerRules.read(fields, body));
        CustomerRules.complete(fields);
        Object wanted = fields.get(CustomerFields.NUMBER);
        String number = wanted == null ? nextFreeNumber() : wanted.toString();
        usedNumbers.add(number);
        fields.put(CustomerFields.NUMBER, number);
        Customer customer =
                new Customer(number, fields, modified == null ? clock.instant() : modified);
        customers.put(number, customer, customer.modified());
        return customer;
    }

    private Customer store(
            Operation operation,
            Customer customer,
            String caller,
            Map<String, @Nullable Object> changes) {
        customers.put(customer.number(), customer, customer.modified());
        ledger.note(
                customer.modified(),
                SYSTEM,
                company.tenant(),
                TYPE,
                customer.number(),
                operation,
                caller,
                changes);
        return customer;
    }

    private String claimed(String number) {
        if (usedNumbers.contains(number)) {
            throw FortnoxRefusal.invalid(2000637, "Kundnummer " + number + " används redan.");
        }
        return number;
    }

    private String nextFreeNumber() {
        while (usedNumbers.contains(String.valueOf(nextNumber))) {
            nextNumber++;
        }
        return String.valueOf(nextNumber++);
    }
}
