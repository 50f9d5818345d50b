/**
 * The data model of a Lime application: limetypes, properties, options. Entry type {@link
 * io.erpsync.sandbox.lime.metadata.DataModel}. PURE.
 */
@NullMarked
package io.erpsync.sandbox.lime.metadata;

import org.jspecify.annotations.NullMarked;
