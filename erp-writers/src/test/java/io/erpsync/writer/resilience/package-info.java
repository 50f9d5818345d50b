/** Tests of breakers. */
@NullMarked
package io.erpsync.writer.resilience;

import org.jspecify.annotations.NullMarked;
