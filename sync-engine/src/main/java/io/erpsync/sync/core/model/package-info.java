/**
 * What the engine knows of one link and what can happen to it. Entry types {@link
 * io.erpsync.sync.core.model.Link}, {@link io.erpsync.sync.core.model.Event} and {@link
 * io.erpsync.sync.core.model.Decision}. Pure: it must know no topic, no clock and no outside
 * system.
 */
@NullMarked
package io.erpsync.sync.core.model;

import org.jspecify.annotations.NullMarked;
