/**
 * The service that polls the ERPs. Entry type {@link io.erpsync.erppoller.ErpPollerApplication};
 * how polling goes is in {@code polling}.
 */
@NullMarked
package io.erpsync.erppoller;

import org.jspecify.annotations.NullMarked;
