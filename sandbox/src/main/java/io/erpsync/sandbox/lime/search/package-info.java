/**
 * Finding records: the filters, order and pages of the object lists, and the query language. Entry
 * types {@link io.erpsync.sandbox.lime.search.ListQuery} and {@link
 * io.erpsync.sandbox.lime.search.QueryCommand}. PURE.
 */
@NullMarked
package io.erpsync.sandbox.lime.search;

import org.jspecify.annotations.NullMarked;
