/**
 * The words that every part of erpsync shares: typed field values, references to records, outcomes
 * and their reasons, and what a system says of its own fields. Entry types {@link
 * io.erpsync.model.Value}, {@link io.erpsync.model.RecordReference} and {@link
 * io.erpsync.model.Outcome}. It must know no framework, no topic and no outside system.
 */
@NullMarked
package io.erpsync.model;

import org.jspecify.annotations.NullMarked;
