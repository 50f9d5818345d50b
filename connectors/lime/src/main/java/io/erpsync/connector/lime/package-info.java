/**
 * Lime CRM behind the connector ports: its REST interface, its metadata, and how its errors read.
 * Entry types {@link io.erpsync.connector.lime.LimeConnector} and, for deliveries that Lime pushes,
 * {@link io.erpsync.connector.lime.LimeWebhook}. It must know no topic, no ERP and no rule of the
 * sync.
 */
@NullMarked
package io.erpsync.connector.lime;

import org.jspecify.annotations.NullMarked;
