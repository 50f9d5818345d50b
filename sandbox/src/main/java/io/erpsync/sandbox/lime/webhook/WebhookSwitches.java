package io.erpsync.sandbox.lime.webhook;

import java.time.Duration;

/**
 * How badly the web hooks behave.
 *
 * @param drop the share of deliveries that never leave
 * @param duplicate whether each delivery is made twice
 * @param reorder whether each event waits for the next one and goes after it
 */
public record WebhookSwitches(double drop, boolean duplicate, Duration delay, boolean reorder) {

    public static WebhookSwitches wellBehaved() {
        return new WebhookSwitches(0, false, Duration.ZERO, false);
    }
}
