package io.erpsync.sandbox.lime.search;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.store.LimeObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a query finds its records, at one moment. */
public interface ObjectSource {

    Limetype limetype(String name);

    List<LimeObject> all(String limetype);

    @Nullable LimeObject find(String limetype, long id);
}
