/**
 * Every interleaving of a few events, and what must hold after each of them. Entry type {@link
 * io.erpsync.sync.core.explore.Exploration}.
 */
@NullMarked
package io.erpsync.sync.core.explore;

import org.jspecify.annotations.NullMarked;
