/** Tests of what the engine counts. */
@NullMarked
package io.erpsync.sync.meter;

import org.jspecify.annotations.NullMarked;
