package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.search.ObjectSource;
import io.erpsync.sandbox.lime.store.LimeApplication;
import io.erpsync.sandbox.lime.store.LimeObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application's records at one moment, or now. */
record ApplicationObjects(LimeApplication application, @Nullable Instant asOf)
        implements ObjectSource {

    @Override
    public Limetype limetype(String name) {
        return application.limetype(name);
    }

    @Override
    public List<LimeObject> all(String limetype) {
        return application.all(limetype, asOf);
    }

    @Override
    public @Nullable LimeObject find(String limetype, long id) {
        return application.find(limetype, id, asOf);
    }
}
