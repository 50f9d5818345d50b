/** Tests of the loop with a broker, a registry and commands that do as the test says. */
@NullMarked
package io.erpsync.writer.kafka;

import org.jspecify.annotations.NullMarked;
