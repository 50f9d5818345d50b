/**
 * Outside parts for the tests of all modules, published as a test-jar: a real broker and a real
 * registry, and a registry stand-in for unit tests. Entry types {@link
 * io.erpsync.schemas.testing.TestBroker}, {@link io.erpsync.schemas.testing.RegistryProcess} and
 * {@link io.erpsync.schemas.testing.StubRegistry}. It must know no module but this one.
 */
@NullMarked
package io.erpsync.schemas.testing;

import org.jspecify.annotations.NullMarked;
