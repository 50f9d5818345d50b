package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.ledger.Ledger;
import io.erpsync.sandbox.lime.metadata.StandardModel;
import io.erpsync.sandbox.lime.store.LimeApplication;
import io.erpsync.sandbox.lime.store.LimeSwitches;
import io.erpsync.sandbox.lime.store.LimeUser;
import io.erpsync.sandbox.lime.webhook.Subscriptions;
import io.erpsync.sandbox.lime.webhook.WebhookSender;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The Lime applications that are served, by name; safe for several threads. */
public final class Installations {

    private final Map<String, Installation> byName = new ConcurrentSkipListMap<>();
    private final Clock clock;
    private final Ledger ledger;
    private final HttpClient client;

    public Installations(Clock clock, Ledger ledger, HttpClient client) {
        this.clock = clock;
        this.ledger = ledger;
        this.client = client;
    }

    /** Creates an empty application; one of the same name is replaced. */
    public Installation create(
            String name,
            boolean erpProperties,
            Map<String, LimeUser> usersByKey,
            LimeSwitches switches) {
        LimeApplication application =
                new LimeApplication(
                        name,
                        StandardModel.create(erpProperties),
                        usersByKey,
                        switches,
                        clock,
                        ledger);
        Subscriptions subscriptions = new Subscriptions();
        WebhookSender sender = new WebhookSender(subscriptions, client);
        application.listen(sender);
        Installation installation = new Installation(application, subscriptions, sender);
        byName.put(name, installation);
        return installation;
    }

    public @Nullable Installation get(String name) {
        return byName.get(name);
    }

    public List<Installation> all() {
        return List.copyOf(byName.values());
    }

    public boolean remove(String name) {
        return byName.remove(name) != null;
    }
}
