package io.erpsync.writer;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.fortnox.FortnoxConnector;
import io.erpsync.connector.limit.FairGate;
import io.erpsync.connector.limit.Limit;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.ObjectType;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Lists a company's customers over and over, as fast as the pollers' share of the rate allows. */
final class BusyPoller implements AutoCloseable {

    private final ConnectedSystem system;
    private final AtomicInteger pages = new AtomicInteger();
    private final Thread thread;

    private BusyPoller(ConnectedSystem system) {
        this.system = system;
        this.thread = Thread.ofVirtual().unstarted(this::list);
    }

    static BusyPoller start(String sandbox, String tenant) {
        Limit share = new Limit(25, Duration.ofSeconds(5), Duration.ofSeconds(60)).share(10);
        String url = sandbox + "/fortnox";
        AccessSettings settings =
                new AccessSettings(
                        new ConnectionName(tenant),
                        Map.of(
                                "url",
                                url,
                                "auth-url",
                                url,
                                "tenant",
                                tenant,
                                "client-id",
                                "demo",
                                "client-secret",
                                "demo",
                                "company",
                                "5566778899"),
                        Duration.ofSeconds(10));
        BusyPoller poller =
                new BusyPoller(
                        new FortnoxConnector()
                                .open(
                                        settings,
                                        new FairGate(share, System::nanoTime).lane(tenant)));
        poller.thread.start();
        return poller;
    }

    private void list() {
        FeedQuery everything = new FeedQuery(ObjectType.CUSTOMER, Feed.INDEX, null, Set.of());
        while (!Thread.currentThread().isInterrupted()) {
            if (system.poll(everything) instanceof Answer.Got<FeedPage>) {
                pages.incrementAndGet();
            }
        }
    }

    /** Ends it; how many pages it has read. */
    int stop() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return pages.get();
    }

    @Override
    public void close() {
        stop();
        system.close();
    }
}
