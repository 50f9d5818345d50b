/**
 * A folder of connection files, read again and again while services run. Entry type {@link
 * io.erpsync.connection.file.ConnectionFolder}; one text by itself is read by {@link
 * io.erpsync.connection.file.ConnectionParser}. It must know no secret, no topic and no outside
 * system.
 */
@NullMarked
package io.erpsync.connection.file;

import org.jspecify.annotations.NullMarked;
