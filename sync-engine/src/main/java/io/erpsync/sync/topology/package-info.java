/**
 * The engine as a Kafka Streams topology: reads bytes, translates, has the core decide, keeps what
 * it says and forwards what it asks for. Entry type {@link io.erpsync.sync.topology.SyncTopology}.
 * It decides nothing by itself.
 */
@NullMarked
package io.erpsync.sync.topology;

import org.jspecify.annotations.NullMarked;
