package io.erpsync.sandbox.lime.store;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Option;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The properties that Lime computes on each save, as its SQL for update does. */
final class ComputedProperties {

    private ComputedProperties() {}

    /** Overwrites whatever a client sent for a computed property. */
    static void recompute(Limetype type, Map<String, @Nullable Object> values) {
        if (type.property("pricelist_text") != null) {
            values.put("pricelist_text", priceList(values));
        }
        if (type.property("fullinvoiceaddress") != null) {
            values.put("fullinvoiceaddress", invoiceAddress(values));
        }
    }

    private static String priceList(Map<String, @Nullable Object> values) {
        String key = text(values, "pricelist");
        return key.equals(Option.EMPTY) ? "" : key.toUpperCase(Locale.ROOT);
    }

    private static String invoiceAddress(Map<String, @Nullable Object> values) {
        String place = (text(values, "invoicezipcode") + " " + text(values, "invoicecity")).strip();
        return Stream.of(text(values, "invoiceaddress1"), text(values, "invoiceaddress2"), place)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\r\n"));
    }

    private static String text(Map<String, @Nullable Object> values, String property) {
        Object value = values.get(property);
        return value == null ? "" : value.toString();
    }
}
