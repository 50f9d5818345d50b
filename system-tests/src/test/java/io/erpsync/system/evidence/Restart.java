package io.erpsync.system.evidence;

import java.time.Duration;
import java.time.Instant;

/**
 * A service that was killed and started again.
 *
 * @param killed when, or a little later
 * @param worked how long after it was ready an edit that needs it had reached the other side
 * @param usual how long the same takes when nothing was restarted
 */
public record Restart(String service, Instant killed, Duration worked, Duration usual) {}
