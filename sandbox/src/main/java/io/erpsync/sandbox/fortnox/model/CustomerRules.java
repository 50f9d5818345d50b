package io.erpsync.sandbox.fortnox.model;

import io.erpsync.sandbox.fortnox.model.CustomerField.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a write makes of the fields sent; every refusal is a {@link FortnoxRefusal}. */
final class CustomerRules {

    /** The word that clears a field, as emptiness is not seen. */
    private static final String BLANK = "API_BLANK";

    private static final String URL = "@url";

    private CustomerRules() {}

    /** The fields that will really be set, with their stored values. */
    static Map<String, @Nullable Object> read(Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        sent.forEach(
                (name, value) -> {
                    CustomerField field = CustomerFields.byName().get(name);
                    if (field == null && !name.equals(URL)) {
                        throw FortnoxRefusal.invalid(2001399, "Felaktigt fältnamn (" + name + ")");
                    }
                    if (field != null && field.kind() != Kind.READ_ONLY && !isEmpty(value)) {
                        changes.put(
                                name,
                                value.equals(BLANK)
                                        ? blank(field)
                                        : FieldReader.read(field, value));
                    }
                });
        return changes;
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

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }

    private static @Nullable Object blank(CustomerField field) {
        return field.kind().isText() ? field.unset() : FieldReader.read(field, BLANK);
    }
}
