/**
 * Puts the service together from its settings and shows how it is: beans, health, gauges. Entry
 * type {@link io.erpsync.writer.config.WriterSettings}. Nothing imports it.
 */
@NullMarked
package io.erpsync.writer.config;

import org.jspecify.annotations.NullMarked;
