/**
 * A Fortnox company: its customers, number series, field rules and tokens. Entry type {@link
 * io.erpsync.sandbox.fortnox.model.FortnoxTenant}. PURE: it knows no HTTP and no JSON.
 */
@NullMarked
package io.erpsync.sandbox.fortnox.model;

import org.jspecify.annotations.NullMarked;
