/**
 * What was really written on either side, when, by whom and how often. Entry type {@link
 * io.erpsync.sandbox.ledger.Ledger}. PURE: the stand-ins report here, it asks nobody.
 */
@NullMarked
package io.erpsync.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
