@NullMarked
package io.erpsync.schemas.value;

import org.jspecify.annotations.NullMarked;
