/**
 * Starts everything on one machine and tells a story with it. Entry type {@link
 * io.erpsync.demo.Demo}. It knows the services as programs with addresses only.
 */
@NullMarked
package io.erpsync.demo;

import org.jspecify.annotations.NullMarked;
