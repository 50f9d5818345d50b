package io.erpsync.sandbox.lime.search;

import io.erpsync.sandbox.lime.store.LimeObject;
import java.util.List;

/** Some of the records found; {@code end} is the offset at which the next page starts. */
public record ListPage(List<LimeObject> objects, boolean hasMore, int end) {

    public ListPage {
        objects = List.copyOf(objects);
    }
}
