/**
 * Promises turned into runs that print their figures and fail when a promise is not kept. Each is a
 * class named {@code ...Show}, run by {@code -Dshows}, or alone by {@code -Dit.test=}. Entry type
 * {@link io.erpsync.system.shows.Stage}. What they say rests on both sides' records, the sandbox's
 * ledger and the topics, on nothing that a service says of itself alone.
 */
@NullMarked
package io.erpsync.system.shows;

import org.jspecify.annotations.NullMarked;
