/**
 * The rules of the house that Maven cannot keep: what a package may import, and how types are
 * named. Each module's own test runs them over its classes; entry type {@link
 * io.erpsync.house.HouseRules}. It must know no module.
 */
@NullMarked
package io.erpsync.house;

import org.jspecify.annotations.NullMarked;
