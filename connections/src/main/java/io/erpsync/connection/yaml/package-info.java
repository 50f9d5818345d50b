/**
 * Reads settings files key by key and collects what is wrong with them instead of throwing. Entry
 * types {@link io.erpsync.connection.yaml.YamlText} and {@link io.erpsync.connection.yaml.Section}.
 * It must know no key.
 */
@NullMarked
package io.erpsync.connection.yaml;

import org.jspecify.annotations.NullMarked;
