/** Tests of what the engine keeps. */
@NullMarked
package io.erpsync.sync.store;

import org.jspecify.annotations.NullMarked;
