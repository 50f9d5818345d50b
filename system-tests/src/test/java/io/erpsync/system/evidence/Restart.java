package io.erpsync.system.evidence;

import java.time.Duration;

/**
 * A service that was killed and started again.
 *
 * @param worked how long after it was ready an edit that needs it had reached the other side
 * @param usual how long the same takes when nothing was restarted
 */
public record Restart(String service, Duration worked, Duration usual) {}
