/**
 * Lime, an ERP and the shell of the engine as plain values in memory, so that the decision can be
 * run against two systems that remember, normalise, refuse and answer late. Entry type {@link
 * io.erpsync.sync.core.world.World}. It must know no test.
 */
@NullMarked
package io.erpsync.sync.core.world;

import org.jspecify.annotations.NullMarked;
