/**
 * Settings and wiring, and the one place that knows the server. Entry type {@link
 * io.erpsync.sandbox.config.SandboxAssembly}.
 */
@NullMarked
package io.erpsync.sandbox.config;

import org.jspecify.annotations.NullMarked;
