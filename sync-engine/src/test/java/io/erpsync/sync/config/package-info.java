/** Tests of the engine's settings and of its start. */
@NullMarked
package io.erpsync.sync.config;

import org.jspecify.annotations.NullMarked;
