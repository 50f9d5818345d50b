package io.erpsync.sandbox.lime.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Collects the properties of one limetype. */
final class LimetypeBuilder {

    private final AtomicLong optionIds;
    private final Map<String, Property> properties = new LinkedHashMap<>();

    LimetypeBuilder(AtomicLong optionIds) {
        this.optionIds = optionIds;
    }

    LimetypeBuilder text(String name, String localname, int length) {
        return add(name, localname, PropertyType.STRING, false, length);
    }

    LimetypeBuilder requiredText(String name, String localname, int length) {
        return add(name, localname, PropertyType.STRING, true, length);
    }

    LimetypeBuilder link(String name, String localname, int length) {
        return add(name, localname, PropertyType.LINK, false, length);
    }

    LimetypeBuilder plain(String name, String localname, PropertyType type) {
        return add(name, localname, type, false, null);
    }

    /**
     * An option property; its first choice is the empty one, the others are key and text in turn.
     */
    LimetypeBuilder option(String name, String localname, String... keysAndTexts) {
        List<Option> options = new ArrayList<>();
        options.add(new Option(optionIds.incrementAndGet(), Option.EMPTY, "", false));
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            options.add(
                    new Option(
                            optionIds.incrementAndGet(),
                            keysAndTexts[i],
                            keysAndTexts[i + 1],
                            false));
        }
        return put(
                new Property(
                        name, localname, PropertyType.OPTION, false, null, options, null, null));
    }

    LimetypeBuilder belongsTo(String name, String localname, String related) {
        return put(
                new Property(
                        name,
                        localname,
                        PropertyType.BELONGSTO,
                        false,
                        null,
                        List.of(),
                        related,
                        null));
    }

    LimetypeBuilder hasMany(String name, String localname, String related, String backReference) {
        return put(
                new Property(
                        name,
                        localname,
                        PropertyType.HASMANY,
                        false,
                        null,
                        List.of(),
                        related,
                        backReference));
    }

    Limetype build(String name, String singular, String plural, String descriptive) {
        return new Limetype(name, singular, plural, descriptive, properties);
    }

    private LimetypeBuilder add(
            String name,
            String localname,
            PropertyType type,
            boolean required,
            @Nullable Integer length) {
        return put(new Property(name, localname, type, required, length, List.of(), null, null));
    }

    private LimetypeBuilder put(Property property) {
        properties.put(property.name(), property);
        return this;
    }
}
