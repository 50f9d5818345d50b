/**
 * The whole system under one random workload: services as processes, and a judge that trusts only
 * what the two sides really hold.
 */
@NullMarked
package io.erpsync.system;

import org.jspecify.annotations.NullMarked;
