package io.erpsync.sync.core.explore;

import io.erpsync.sync.core.world.World;
import java.util.function.Consumer;

/** One thing that may happen next in a world. */
record Move(String name, Consumer<World> act) {}
