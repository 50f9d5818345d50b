/**
 * Who asked how often: published rate limits and the proof of whether they were kept. Entry type
 * {@link io.erpsync.sandbox.traffic.TrafficLog}. PURE.
 */
@NullMarked
package io.erpsync.sandbox.traffic;

import org.jspecify.annotations.NullMarked;
