package io.erpsync.sync.core.world;

import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Directory;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Rules;

/** The decision, however it was compiled. */
@FunctionalInterface
public interface Deciding {

    Decision decide(Link link, Event event, Rules rules, Directory directory);
}
