/**
 * The contract that every connector keeps, as tests that run over HTTP against a stand-in of the
 * outside system. Entry types {@link io.erpsync.connector.testkit.ConnectorContract}, which a
 * connector's test extends, and {@link io.erpsync.connector.testkit.StandIn}, which it gives. It
 * must know no outside system and no wire format.
 */
@NullMarked
package io.erpsync.connector.testkit;

import org.jspecify.annotations.NullMarked;
