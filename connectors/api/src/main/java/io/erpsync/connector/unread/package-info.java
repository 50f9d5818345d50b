/**
 * When a feed may go on past a record that cannot be read. Entry type {@link
 * io.erpsync.connector.unread.Stumbles}. It must know no system.
 */
@NullMarked
package io.erpsync.connector.unread;

import org.jspecify.annotations.NullMarked;
