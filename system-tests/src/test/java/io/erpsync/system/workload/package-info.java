/**
 * People who work in Lime and in the ERP at random moments drawn from a seed, and what they expect
 * of their records. Entry type {@link io.erpsync.system.workload.Workload}. It knows the two sides
 * as people see them, and no service.
 */
@NullMarked
package io.erpsync.system.workload;

import org.jspecify.annotations.NullMarked;
