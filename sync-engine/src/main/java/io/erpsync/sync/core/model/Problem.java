package io.erpsync.sync.core.model;

import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * Why something could not be done.
 *
 * @param side where it does not fit or was refused
 * @param field the field at fault in that side's own name; null when none is to blame
 * @param words what the other system said, or the name of a candidate; may be empty
 */
public record Problem(Reason reason, Side side, @Nullable String field, String words) {}
