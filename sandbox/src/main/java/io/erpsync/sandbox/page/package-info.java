/**
 * The page that shows both sides beside each other and lets a person edit either. Entry type {@link
 * io.erpsync.sandbox.page.PageDesk}. It writes as a person would, without API keys or tokens.
 */
@NullMarked
package io.erpsync.sandbox.page;

import org.jspecify.annotations.NullMarked;
