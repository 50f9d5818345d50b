package io.erpsync.sandbox.fortnox.api;

import io.erpsync.sandbox.fortnox.model.Company;
import io.erpsync.sandbox.fortnox.model.FortnoxTenant;
import io.erpsync.sandbox.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The companies that are served, by tenant id; safe for several threads. */
public final class Tenants {

    private final Map<String, FortnoxTenant> byId = new ConcurrentSkipListMap<>();
    private final Clock clock;
    private final Ledger ledger;

    public Tenants(Clock clock, Ledger ledger) {
        this.clock = clock;
        this.ledger = ledger;
    }

    /** Creates an empty company; one of the same tenant id is replaced. */
    public FortnoxTenant create(Company company) {
        FortnoxTenant tenant = new FortnoxTenant(company, clock, ledger);
        byId.put(company.tenant(), tenant);
        return tenant;
    }

    public @Nullable FortnoxTenant get(@Nullable String tenant) {
        return tenant == null ? null : byId.get(tenant);
    }

    public List<FortnoxTenant> all() {
        return List.copyOf(byId.values());
    }

    public boolean remove(String tenant) {
        return byId.remove(tenant) != null;
    }
}
