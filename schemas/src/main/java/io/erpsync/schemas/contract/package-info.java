/**
 * Which message stands on which topic. Entry type {@link io.erpsync.schemas.contract.Contract}. It
 * must know nothing of bytes and registries.
 */
@NullMarked
package io.erpsync.schemas.contract;

import org.jspecify.annotations.NullMarked;
