/**
 * What really happened in a run, as values: the records of both sides, every write, every status,
 * and what the people of the workload expect. Entry type {@link io.erpsync.system.evidence.Run}. It
 * knows no topic and asks no service.
 */
@NullMarked
package io.erpsync.system.evidence;

import org.jspecify.annotations.NullMarked;
