/** The engine's settings and its assembly. It must decide nothing. */
@NullMarked
package io.erpsync.sync.config;

import org.jspecify.annotations.NullMarked;
