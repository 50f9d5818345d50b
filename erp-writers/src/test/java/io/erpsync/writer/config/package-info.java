/** Tests of the settings. */
@NullMarked
package io.erpsync.writer.config;

import org.jspecify.annotations.NullMarked;
