package io.erpsync.sandbox.fortnox.model;

import io.erpsync.sandbox.fortnox.model.CustomerField.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a write makes of the fields sent; every refusal is a {@link FortnoxRefusal}. */
final class CustomerRules {

    /** The word that clears a field, as emptiness is not seen. */
    static final String BLANK = "API_BLANK";

    private static final String URL = "@url";

    private CustomerRules() {}

    /** The fields that will really be set, with the values to store beside those held. */
    static Map<String, @Nullable Object> read(
            Map<String, @Nullable Object> held, Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        sent.forEach(
                (name, value) -> {
                    CustomerField field = CustomerFields.byName().get(name);
                    if (field == null && !name.equals(URL)) {
                        throw unknownName(name);
                    }
                    if (field != null && field.kind() != Kind.READ_ONLY && !isEmpty(value)) {
                        set(changes, field, held.get(name), value);
                    }
                });
        return changes;
    }

    private static void set(
            Map<String, @Nullable Object> changes,
            CustomerField field,
            @Nullable Object held,
            Object sent) {
        Object read = sent.equals(BLANK) ? blank(field) : FieldReader.read(field, sent);
        if (!(read instanceof Map<?, ?> parts)) {
            changes.put(field.name(), read);
        } else if (!parts.isEmpty()) {
            changes.put(field.name(), beside(held, parts));
        }
    }

    /** The parts read, with the parts held that were not sent. */
    private static Map<?, ?> beside(@Nullable Object held, Map<?, ?> parts) {
        Map<Object, Object> all =
                new LinkedHashMap<>(held instanceof Map<?, ?> map ? map : Map.of());
        all.putAll(parts);
        return Collections.unmodifiableMap(all);
    }

    static FortnoxRefusal unknownName(String name) {
        return FortnoxRefusal.invalid(2001399, "Felaktigt fältnamn (" + name + ")");
    }

    static Map<String, @Nullable Object> newborn() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        CustomerFields.byName()
                .values()
                .forEach(field -> fields.put(field.name(), field.atBirth()));
        return fields;
    }

    /** Fills the names that follow from codes, and checks what no customer may lack. */
    static void complete(Map<String, @Nullable Object> fields) {
        fields.put("Country", Countries.name(fields.get("CountryCode")));
        fields.put("DeliveryCountry", Countries.name(fields.get("DeliveryCountryCode")));
        fields.put("VisitingCountry", Countries.name(fields.get("VisitingCountryCode")));
        Object name = fields.get(CustomerFields.NAME);
        if (name == null || name.equals("")) {
            // An integrator reports this code, shared with the numbers, for an empty name.
            throw FortnoxRefusal.invalid(2000637, "Kundnamn måste anges.");
        }
    }

    static boolean isEmpty(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }

    private static @Nullable Object blank(CustomerField field) {
        return field.kind().isText() ? field.unset() : FieldReader.read(field, BLANK);
    }
}
