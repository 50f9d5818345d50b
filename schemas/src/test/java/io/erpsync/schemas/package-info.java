/** The rules of the house over this module, and the promises that its README makes. */
@NullMarked
package io.erpsync.schemas;

import org.jspecify.annotations.NullMarked;
