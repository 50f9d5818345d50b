/**
 * The control interface of the sandbox: faults, applications, tenants, seeds, switches, clocks,
 * ledger. Entry type {@link io.erpsync.sandbox.control.ControlDesk}.
 */
@NullMarked
package io.erpsync.sandbox.control;

import org.jspecify.annotations.NullMarked;
