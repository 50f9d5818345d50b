/** Tests of the receipt of webhooks, without a broker. */
@NullMarked
package io.erpsync.limepoller.webhook;

import org.jspecify.annotations.NullMarked;
