/**
 * Holds the schemas against every released version of them, kept in {@code released/}. Entry types
 * {@link io.erpsync.schemas.compatibility.ReleasedSchemasTest} and, to add a release, {@link
 * io.erpsync.schemas.compatibility.WriteRelease}.
 */
@NullMarked
package io.erpsync.schemas.compatibility;

import org.jspecify.annotations.NullMarked;
