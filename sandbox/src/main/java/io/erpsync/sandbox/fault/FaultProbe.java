package io.erpsync.sandbox.fault;

import org.jspecify.annotations.Nullable;

/**
 * What of a request decides whether a fault hits it.
 *
 * @param account the Lime application or Fortnox tenant, where known
 * @param path with its query
 */
public record FaultProbe(
        String system, @Nullable String account, String method, String path, String body) {}
