/**
 * Broker, registry, sandbox and services as child processes. Entry type {@link
 * io.erpsync.demo.stack.Stack}. It must know nothing of the story.
 */
@NullMarked
package io.erpsync.demo.stack;

import org.jspecify.annotations.NullMarked;
