/**
 * Says which guarantees did not hold in a run, one small class for each of them. Entry type {@link
 * io.erpsync.system.judge.Judge}. It knows evidence alone.
 */
@NullMarked
package io.erpsync.system.judge;

import org.jspecify.annotations.NullMarked;
