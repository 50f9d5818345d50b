/**
 * The values, fields and references of the model as they stand in messages, and back. Entry type
 * {@link io.erpsync.schemas.value.AvroValues}. It must know no topic and no bytes.
 */
@NullMarked
package io.erpsync.schemas.value;

import org.jspecify.annotations.NullMarked;
