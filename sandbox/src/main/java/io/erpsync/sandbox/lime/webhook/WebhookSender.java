package io.erpsync.sandbox.lime.webhook;

import io.erpsync.sandbox.exchange.Json;
import io.erpsync.sandbox.lime.store.LimeEvent;
import io.erpsync.sandbox.lime.store.LimeEvents;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the events of one application to its subscribers, once, without retry and without a promise
 * of order: a subscriber may take it as a hint only.
 */
public final class WebhookSender implements LimeEvents {

    private static final Logger LOGGER = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Subscriptions subscriptions;
    private final HttpClient client;
    private final SplittableRandom chance = new SplittableRandom(7);
    private final List<Delivery> heldBack = new ArrayList<>();
    private WebhookSwitches switches = WebhookSwitches.wellBehaved();

    public WebhookSender(Subscriptions subscriptions, HttpClient client) {
        this.subscriptions = subscriptions;
        this.client = client;
    }

    public synchronized void switches(WebhookSwitches newSwitches) {
        switches = newSwitches;
        heldBack.forEach(this::send);
        heldBack.clear();
    }

    @Override
    public synchronized void happened(LimeEvent event) {
        String name =
                event.object().limetype() + "." + event.kind().name().toLowerCase(Locale.ROOT);
        List<Subscription> wanting =
                subscriptions.all().stream().filter(one -> one.wants(name)).toList();
        if (wanting.isEmpty()) {
            return;
        }
        String body = Json.write(Map.of("event", name, "body", EventBody.of(event)));
        for (Subscription subscription : wanting) {
            queue(new Delivery(URI.create(subscription.targetUrl()), body, subscription.secret()));
        }
    }

    private void queue(Delivery delivery) {
        if (chance.nextDouble() < switches.drop()) {
            return;
        }
        if (switches.reorder() && heldBack.isEmpty()) {
            heldBack.add(delivery);
            return;
        }
        send(delivery);
        heldBack.forEach(this::send);
        heldBack.clear();
    }

    private void send(Delivery delivery) {
        post(delivery);
        if (switches.duplicate()) {
            post(delivery);
        }
    }

    private void post(Delivery delivery) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(delivery.target())
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(delivery.body()));
        String signature = delivery.signature();
        if (signature != null) {
            request.header("X-Lime-Signature", signature);
        }
        HttpRequest ready = request.build();
        Executor later =
                CompletableFuture.delayedExecutor(
                        switches.delay().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<?> ignored =
                CompletableFuture.runAsync(() -> {}, later)
                        .thenCompose(_ -> client.sendAsync(ready, BodyHandlers.discarding()))
                        .whenComplete((_, failure) -> logFailure(ready.uri(), failure));
    }

    private static void logFailure(URI target, @Nullable Throwable failure) {
        if (failure != null) {
            LOGGER.atInfo()
                    .addKeyValue("target", target)
                    .addKeyValue("reason", failure.getMessage())
                    .log("A web hook was not delivered and will not be repeated");
        }
    }
}
