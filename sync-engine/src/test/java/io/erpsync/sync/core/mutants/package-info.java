/**
 * The decision, broken on purpose one line at a time, to show that the tests would notice. Entry
 * type {@link io.erpsync.sync.core.mutants.MutantCompiler}.
 */
@NullMarked
package io.erpsync.sync.core.mutants;

import org.jspecify.annotations.NullMarked;
