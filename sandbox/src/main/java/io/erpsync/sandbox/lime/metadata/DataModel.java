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

    /** The same model with one property of a limetype under another name. */
    public DataModel renamed(Limetype type, String from, String to) {
        Map<String, Limetype> renamed = new LinkedHashMap<>(limetypes);
        renamed.put(type.name(), type.renamed(from, to));
        return new DataModel(renamed);
    }
}
