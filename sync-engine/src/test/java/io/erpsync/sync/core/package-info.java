/**
 * Tests of the decision: scenarios as sentences, named examples, and the generated page of what
 * happens. Entry type {@link io.erpsync.sync.core.Fixtures}.
 */
@NullMarked
package io.erpsync.sync.core;

import org.jspecify.annotations.NullMarked;
