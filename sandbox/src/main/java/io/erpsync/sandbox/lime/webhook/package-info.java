/**
 * Lime's webhooks: subscriptions and the sender with its switches. Entry type {@link
 * io.erpsync.sandbox.lime.webhook.WebhookSender}.
 */
@NullMarked
package io.erpsync.sandbox.lime.webhook;

import org.jspecify.annotations.NullMarked;
