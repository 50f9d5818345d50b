/**
 * Faults on request: which answers go wrong, how and how often. Entry type {@link
 * io.erpsync.sandbox.fault.FaultBoard}. PURE: it decides that a request is hit; the server does the
 * damage.
 */
@NullMarked
package io.erpsync.sandbox.fault;

import org.jspecify.annotations.NullMarked;
