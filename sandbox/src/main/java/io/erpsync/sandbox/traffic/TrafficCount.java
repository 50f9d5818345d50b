package io.erpsync.sandbox.traffic;

import java.time.Instant;
import java.util.List;

/**
 * What one caller did.
 *
 * @param busiestWindow the most requests let through in any stretch of one window's length
 */
public record TrafficCount(
        String caller, int admitted, int refused, int busiestWindow, List<Instant> refusedAt) {}
