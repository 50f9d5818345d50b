package io.erpsync.sandbox.lime.store;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Property;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a save makes of the values sent; every refusal is a {@link LimeRefusal}. */
final class SaveRules {

    static final String STATUS = "erp_status";
    static final String NUMBER = "erp_id";

    /** Sent back by clients that write a whole record they have read; they change nothing. */
    private static final Set<String> SYSTEM =
            Set.of(
                    "_id",
                    "_timestamp",
                    "_descriptive",
                    "_createdtime",
                    "_createduser",
                    "_updateduser",
                    "_links",
                    "_embedded");

    private SaveRules() {}

    /** The checked values of the properties sent, in the order sent. */
    static Map<String, @Nullable Object> read(Limetype type, Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        sent.forEach(
                (name, value) -> {
                    Property property = type.property(name);
                    if (property != null) {
                        values.put(name, ValueReader.read(property, value));
                    } else if (!SYSTEM.contains(name)) {
                        throw LimeRefusal.badRequest(
                                "The limetype " + type.name() + " has no property named " + name);
                    }
                });
        return values;
    }

    /** A record of this type before anything was set. */
    static Map<String, @Nullable Object> blank(Limetype type) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        type.stored().forEach(property -> values.put(property.name(), ValueReader.unset(property)));
        return values;
    }

    static void checkRequired(Limetype type, Map<String, @Nullable Object> values) {
        for (Property property : type.stored()) {
            Object value = values.get(property.name());
            if (property.required() && (value == null || value.toString().isBlank())) {
                throw LimeRefusal.badRequest("The property " + property.name() + " is required");
            }
        }
    }

    static void checkBirth(Map<String, @Nullable Object> values, Setter setter) {
        ErpStatus status = status(values);
        if (!StatusTable.allowsAtBirth(status, setter, !number(values).isEmpty())) {
            throw moveRefused(ErpStatus.EMPTY, status, setter);
        }
    }

    static void checkMove(
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> sent,
            Setter setter) {
        if (!sent.containsKey(STATUS)) {
            return;
        }
        ErpStatus from = status(before);
        ErpStatus to = status(sent);
        if (!StatusTable.allows(from, to, setter) && !isDisconnect(sent, to, setter)) {
            throw moveRefused(from, to, setter);
        }
    }

    /** Whether Lime itself moves the status of a record that a user just saved. */
    static boolean flips(
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            LimeSwitches switches) {
        ErpStatus status = status(after);
        boolean movable =
                StatusTable.allows(status, ErpStatus.UPDATESMADE, Setter.TRIGGER)
                        || (status == ErpStatus.INPROCESS && switches.flipWhileInProcess());
        return switches.trigger()
                && movable
                && status != ErpStatus.UPDATESMADE
                && switches.watched().stream()
                        .anyMatch(name -> !Objects.equals(before.get(name), after.get(name)));
    }

    static ErpStatus status(Map<String, @Nullable Object> values) {
        Object key = values.get(STATUS);
        return key == null ? ErpStatus.EMPTY : ErpStatus.ofKey(key.toString());
    }

    static String number(Map<String, @Nullable Object> values) {
        Object number = values.get(NUMBER);
        return number == null ? "" : number.toString();
    }

    /** A person takes a record out of the sync by emptying number and status in one save. */
    private static boolean isDisconnect(
            Map<String, @Nullable Object> sent, ErpStatus to, Setter setter) {
        return to == ErpStatus.EMPTY
                && setter == Setter.USER
                && sent.containsKey(NUMBER)
                && number(sent).isEmpty();
    }

    private static LimeRefusal moveRefused(ErpStatus from, ErpStatus to, Setter setter) {
        return LimeRefusal.badRequest(
                STATUS
                        + " cannot go from "
                        + from.key()
                        + " to "
                        + to.key()
                        + (setter == Setter.SYNC_USER
                                ? " when written by the sync user"
                                : " when written by a user"));
    }
}
