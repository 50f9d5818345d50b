/**
 * The workload run plainly, with services killed, and with answers that go wrong, on one stack. It
 * is judged by all guarantees each time.
 */
@NullMarked
package io.erpsync.system.runs;

import org.jspecify.annotations.NullMarked;
