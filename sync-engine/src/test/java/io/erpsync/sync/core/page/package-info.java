/**
 * The page that says what happens when, written by running the decision. Entry type {@link
 * io.erpsync.sync.core.page.WhatHappens}.
 */
@NullMarked
package io.erpsync.sync.core.page;

import org.jspecify.annotations.NullMarked;
