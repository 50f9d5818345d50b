/**
 * The records of a Lime application and the rules of a save: validation, status table, trigger,
 * computed fields. Entry type {@link io.erpsync.sandbox.lime.store.LimeApplication}. PURE: it knows
 * no HTTP and no JSON.
 */
@NullMarked
package io.erpsync.sandbox.lime.store;

import org.jspecify.annotations.NullMarked;
