package io.erpsync.system.evidence;

import java.time.Duration;

/**
 * A service that was killed and started again.
 *
 * @param worked how long after it was ready an edit that needs it had reached the other side
 */
public record Restart(String service, Duration worked) {}
