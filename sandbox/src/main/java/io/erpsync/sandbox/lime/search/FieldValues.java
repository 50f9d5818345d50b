package io.erpsync.sandbox.lime.search;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import io.erpsync.sandbox.lime.store.LimeObject;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that can be searched and sorted by, stored and system ones alike. */
public final class FieldValues {

    private static final Map<String, PropertyType> SYSTEM =
            Map.of(
                    "_id", PropertyType.INTEGER,
                    "_timestamp", PropertyType.TIME,
                    "_createdtime", PropertyType.TIME,
                    "_createduser", PropertyType.INTEGER,
                    "_updateduser", PropertyType.INTEGER,
                    "_descriptive", PropertyType.STRING);

    private FieldValues() {}

    public static boolean isSystem(String field) {
        return SYSTEM.containsKey(field);
    }

    /** The field's type; throws {@link LimeRefusal} when the limetype has no such stored field. */
    public static PropertyType typeOf(Limetype type, String field) {
        PropertyType system = SYSTEM.get(field);
        if (system != null) {
            return system;
        }
        Property property = type.property(field);
        if (property == null || !property.isStored()) {
            throw LimeRefusal.badRequest(
                    "The limetype " + type.name() + " has no property named " + field);
        }
        return property.type();
    }

    public static @Nullable Object of(Limetype type, LimeObject object, String field) {
        return switch (field) {
            case "_id" -> object.id();
            case "_timestamp" -> object.timestamp();
            case "_createdtime" -> object.createdTime();
            case "_createduser" -> object.createdUser();
            case "_updateduser" -> object.updatedUser();
            case "_descriptive" -> object.text(type.descriptive());
            default -> object.value(field);
        };
    }

    /** Nothing first, then by the kind's own order. */
    public static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return switch (left) {
            case Instant time when right instanceof Instant other -> time.compareTo(other);
            case Boolean flag when right instanceof Boolean other -> flag.compareTo(other);
            case Number _ when right instanceof Number -> decimal(left).compareTo(decimal(right));
            default -> left.toString().compareTo(right.toString());
        };
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }
}
