/**
 * What is shipped for each ERP, so that a connection file need only say what differs. Entry type
 * {@link io.erpsync.connection.defaults.ShippedDefaults}; the defaults themselves are the resources
 * of this package. It must know no connection.
 */
@NullMarked
package io.erpsync.connection.defaults;

import org.jspecify.annotations.NullMarked;
