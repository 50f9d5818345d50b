/**
 * Names of topics and headers, the form of keys, and the partition a key belongs to: spelled here
 * and nowhere else. Entry types {@link io.erpsync.schemas.topics.Topics} and {@link
 * io.erpsync.schemas.topics.Keys}. It must know no message.
 */
@NullMarked
package io.erpsync.schemas.topics;

import org.jspecify.annotations.NullMarked;
