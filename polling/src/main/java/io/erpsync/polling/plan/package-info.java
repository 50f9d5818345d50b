/**
 * What a poller does next, and what it saw: which feed of a connection is due, what a page of it
 * means as observations, which hints wait. Entry types {@link
 * io.erpsync.polling.plan.ConnectionSchedule} and {@link io.erpsync.polling.plan.Observations}.
 * Pure: times are given, and it must know no topic and no outside system.
 */
@NullMarked
package io.erpsync.polling.plan;

import org.jspecify.annotations.NullMarked;
