package io.erpsync.sandbox.fault;

import java.time.Instant;

/** A request that a fault hit, and when it came. */
public record FaultHit(Instant at, FaultKind kind, FaultProbe request) {}
