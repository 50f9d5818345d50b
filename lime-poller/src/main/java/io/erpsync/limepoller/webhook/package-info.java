/**
 * Takes Lime's webhooks as hints to look at one record. Entry type {@link
 * io.erpsync.limepoller.webhook.LimeWebhookRoute}. It believes nothing that a webhook says of the
 * record but which one it is.
 */
@NullMarked
package io.erpsync.limepoller.webhook;

import org.jspecify.annotations.NullMarked;
