@NullMarked
package io.erpsync.schemas.serde;

import org.jspecify.annotations.NullMarked;
