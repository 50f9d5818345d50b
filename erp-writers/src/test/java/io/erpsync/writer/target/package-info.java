/** Tests of one command against a target in memory. */
@NullMarked
package io.erpsync.writer.target;

import org.jspecify.annotations.NullMarked;
