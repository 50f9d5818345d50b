package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.lime.store.LimeApplication;
import io.erpsync.sandbox.lime.webhook.Subscriptions;
import io.erpsync.sandbox.lime.webhook.WebhookSender;

/** One application as it is served: its records, and who hears of them. */
public record Installation(
        LimeApplication application, Subscriptions subscriptions, WebhookSender sender) {}
