/**
 * Keeps requests under the rate that an outside system publishes, fairly between connections. Entry
 * types {@link io.erpsync.connector.limit.Limit} and {@link io.erpsync.connector.limit.FairGate},
 * which hands out a {@link io.erpsync.connector.RequestGate} for each connection. The clock is
 * given; it must know no outside system and no framework.
 */
@NullMarked
package io.erpsync.connector.limit;

import org.jspecify.annotations.NullMarked;
