/**
 * Broker, registry and an outside system in memory, for the tests of this module. Entry type {@link
 * io.erpsync.polling.world.World}.
 */
@NullMarked
package io.erpsync.polling.world;

import org.jspecify.annotations.NullMarked;
