/**
 * The clocks of the stand-ins. Entry type {@link io.erpsync.sandbox.time.ShiftableClock}. It knows
 * neither side.
 */
@NullMarked
package io.erpsync.sandbox.time;

import org.jspecify.annotations.NullMarked;
