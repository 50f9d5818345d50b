/**
 * What the engine counts and shows of itself, for Prometheus. Entry type {@link
 * io.erpsync.sync.meter.EngineMeters}. It must decide nothing, and knows neither Kafka nor Spring.
 */
@NullMarked
package io.erpsync.sync.meter;

import org.jspecify.annotations.NullMarked;
