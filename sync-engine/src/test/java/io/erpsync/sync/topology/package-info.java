/** Tests of the topology, with the driver that stands for the brokers. */
@NullMarked
package io.erpsync.sync.topology;

import org.jspecify.annotations.NullMarked;
