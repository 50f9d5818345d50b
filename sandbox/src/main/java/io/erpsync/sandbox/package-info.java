/**
 * The sandbox: stand-ins for Lime CRM and Fortnox on one port. Entry types {@link
 * io.erpsync.sandbox.SandboxApplication} (a process of its own) and {@link
 * io.erpsync.sandbox.Sandbox} (inside a test). It must not know any service of erpsync: it answers
 * every client of the real interfaces alike.
 */
@NullMarked
package io.erpsync.sandbox;

import org.jspecify.annotations.NullMarked;
