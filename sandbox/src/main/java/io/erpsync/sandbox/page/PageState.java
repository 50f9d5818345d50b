package io.erpsync.sandbox.page;

import io.erpsync.sandbox.control.LedgerDesk;
import io.erpsync.sandbox.fortnox.api.Tenants;
import io.erpsync.sandbox.fortnox.model.Customer;
import io.erpsync.sandbox.fortnox.model.FortnoxTenant;
import io.erpsync.sandbox.ledger.Ledger;
import io.erpsync.sandbox.ledger.LedgerEntry;
import io.erpsync.sandbox.lime.api.Installation;
import io.erpsync.sandbox.lime.api.Installations;
import io.erpsync.sandbox.lime.store.LimeApplication;
import io.erpsync.sandbox.lime.store.LimeObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page shows: both sides' newest records and the end of the ledger. */
record PageState(Installations installations, Tenants tenants, Ledger ledger) {

    /** A person looks at a screenful; thousands of seeded records would only slow the page. */
    private static final int SHOWN = 100;

    private static final int SHOWN_ENTRIES = 40;

    Map<String, @Nullable Object> of(@Nullable Installation lime, @Nullable FortnoxTenant fortnox) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put(
                "applications",
                installations.all().stream().map(one -> one.application().name()).toList());
        state.put("tenants", tenants.all().stream().map(one -> one.company().tenant()).toList());
        List<LimeObject> companies =
                lime == null ? List.of() : lime.application().all("company", null);
        state.put("companyCount", companies.size());
        state.put("companies", last(companies, SHOWN).stream().map(PageState::company).toList());
        List<Customer> customers = fortnox == null ? List.of() : fortnox.all(null);
        state.put("customerCount", customers.size());
        state.put("customers", last(customers, SHOWN).stream().map(Customer::fields).toList());
        List<LedgerEntry> entries = ledger.entries();
        state.put("ledgerCount", entries.size());
        state.put(
                "ledger", last(entries, SHOWN_ENTRIES).stream().map(LedgerDesk::written).toList());
        return state;
    }

    static List<Map<String, @Nullable Object>> companies(LimeApplication application) {
        return application.all("company", null).stream().map(PageState::company).toList();
    }

    static List<Map<String, @Nullable Object>> customers(FortnoxTenant tenant) {
        return tenant.all(null).stream().map(Customer::fields).toList();
    }

    static Map<String, @Nullable Object> company(LimeObject object) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("_id", object.id());
        written.put("_timestamp", object.timestamp().toString());
        object.values().forEach((name, value) -> written.put(name, plain(value)));
        return written;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Instant time ? time.toString() : value;
    }

    /** The newest first. */
    private static <T> List<T> last(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size()).reversed();
    }
}
