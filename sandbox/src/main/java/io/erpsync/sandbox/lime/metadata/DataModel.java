package io.erpsync.sandbox.lime.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All limetypes of an application, by name. */
public record DataModel(Map<String, Limetype> limetypes) {

    public DataModel {
        limetypes = Collections.unmodifiableMap(new LinkedHashMap<>(limetypes));
    }

    public @Nullable Limetype limetype(String name) {
        return limetypes.get(name);
    }
}
