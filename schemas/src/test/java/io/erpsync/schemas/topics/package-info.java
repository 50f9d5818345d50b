@NullMarked
package io.erpsync.schemas.topics;

import org.jspecify.annotations.NullMarked;
