/**
 * The settings that both pollers have, and how a poller is put together. Entry types {@link
 * io.erpsync.polling.config.PollerSettings} and {@link
 * io.erpsync.polling.config.PollerConfiguration}.
 */
@NullMarked
package io.erpsync.polling.config;

import org.jspecify.annotations.NullMarked;
