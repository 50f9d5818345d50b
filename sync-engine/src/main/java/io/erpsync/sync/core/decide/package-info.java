/**
 * Says what an event does to a link. Entry type {@link io.erpsync.sync.core.decide.Decider}. Pure:
 * the same link, event, rules and directory give the same decision.
 */
@NullMarked
package io.erpsync.sync.core.decide;

import org.jspecify.annotations.NullMarked;
