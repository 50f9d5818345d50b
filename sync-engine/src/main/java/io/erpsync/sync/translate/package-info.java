/**
 * Between the messages on the topics and the words of the core, one translator a message. It must
 * decide nothing.
 */
@NullMarked
package io.erpsync.sync.translate;

import org.jspecify.annotations.NullMarked;
