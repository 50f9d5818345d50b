/**
 * The service that polls Lime CRM and takes its webhooks. Entry type {@link
 * io.erpsync.limepoller.LimePollerApplication}; how polling goes is in {@code polling}.
 */
@NullMarked
package io.erpsync.limepoller;

import org.jspecify.annotations.NullMarked;
