/**
 * The steps that the demo shows, each seen on both sides. Entry type {@link
 * io.erpsync.demo.story.Story}. It knows Lime and Fortnox by their own interfaces, as their users'
 * programs would.
 */
@NullMarked
package io.erpsync.demo.story;

import org.jspecify.annotations.NullMarked;
