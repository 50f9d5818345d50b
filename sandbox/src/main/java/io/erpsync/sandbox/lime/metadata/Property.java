package io.erpsync.sandbox.lime.metadata;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One property of a limetype.
 *
 * @param length the longest text allowed, or absent where there is no limit
 * @param relatedType the limetype on the other end of a relation
 * @param backReference for a relation to many, the property on the other end that points here
 */
public record Property(
        String name,
        String localname,
        PropertyType type,
        boolean required,
        @Nullable Integer length,
        List<Option> options,
        @Nullable String relatedType,
        @Nullable String backReference) {

    public Property {
        options = List.copyOf(options);
    }

    /** The same property under another name. */
    Property named(String other) {
        return new Property(
                other, localname, type, required, length, options, relatedType, backReference);
    }

    public boolean isStored() {
        return type != PropertyType.HASMANY;
    }

    public boolean isRelation() {
        return type == PropertyType.BELONGSTO || type == PropertyType.HASMANY;
    }

    /** The limetype on the other end; only a relation has one. */
    public String related() {
        return Objects.requireNonNull(relatedType, () -> name + " is no relation");
    }

    /** The choice with this key, or nothing. */
    public @Nullable Option option(String key) {
        for (Option option : options) {
            if (option.key().equals(key)) {
                return option;
            }
        }
        return null;
    }
}
