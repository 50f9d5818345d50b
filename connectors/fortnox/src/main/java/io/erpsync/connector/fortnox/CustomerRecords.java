package io.erpsync.connector.fortnox;

import io.erpsync.connector.FeedItem;
import io.erpsync.model.FieldDefinition.Kind;
import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns Fortnox's customers into fields and back. Reads what it can and stumbles over nothing. */
final class CustomerRecords {

    static final String DETAIL = "Customer";
    static final String LIST = "Customers";

    // The word by which a text is emptied; an empty text or null is ignored.
    private static final String BLANK = "API_BLANK";

    // By their names in a list item: what it shows of the detail. As in recorded traffic.
    private static final Map<String, String> SHOWN =
            Map.of(
                    "Name", CustomerCatalogue.NAME,
                    "OrganisationNumber", CustomerCatalogue.REGISTRATION,
                    "Address1", "Address1",
                    "Address2", "Address2",
                    "ZipCode", "ZipCode",
                    "City", "City",
                    "Email", "Email",
                    "Phone", "Phone1");

    private final CustomerCatalogue catalogue;
    private final boolean clearEmpty;

    CustomerRecords(CustomerCatalogue catalogue, boolean clearEmpty) {
        this.catalogue = catalogue;
        this.clearEmpty = clearEmpty;
    }

    /** The number in a detail or list item; empty when it has none. */
    static String numberOf(JsonNode customer) {
        return customer.path(CustomerCatalogue.NUMBER).asString("");
    }

    /** The whole record in the body of a detail, or of the answer to a write. */
    StoredRecord record(JsonNode body, Instant asOf) {
        JsonNode customer = body.path(DETAIL);
        Map<String, Value> fields = new TreeMap<>();
        collect("", customer, fields);
        return new StoredRecord(reference(numberOf(customer)), null, Fields.of(fields), asOf);
    }

    static RecordReference reference(String number) {
        return new RecordReference(FortnoxConnector.SYSTEM, FortnoxConnector.CUSTOMER, number);
    }

    /** The items of a list's body that have a number, in its order. */
    static List<FeedItem.Listed> listed(JsonNode body) {
        List<FeedItem.Listed> items = new ArrayList<>();
        for (JsonNode item : body.path(LIST)) {
            String number = numberOf(item);
            if (!number.isEmpty()) {
                items.add(
                        new FeedItem.Listed(
                                reference(number),
                                Value.text(number),
                                Value.text(item.path(CustomerCatalogue.REGISTRATION).asString("")),
                                Value.text(item.path(CustomerCatalogue.NAME).asString("")),
                                shown(item)));
            }
        }
        return items;
    }

    private static Fields shown(JsonNode item) {
        Map<String, Value> fields = new TreeMap<>();
        SHOWN.forEach(
                (listed, name) -> {
                    if (item.has(listed)) {
                        fields.put(name, Value.text(item.path(listed).asString("")));
                    }
                });
        return Fields.of(fields);
    }

    private void collect(String prefix, JsonNode node, Map<String, Value> into) {
        node.properties()
                .forEach(
                        entry -> {
                            String name = prefix + entry.getKey();
                            JsonNode value = entry.getValue();
                            if (value.isObject()) {
                                collect(name + ".", value, into);
                            } else if (!value.isArray() && !entry.getKey().startsWith("@")) {
                                into.put(name, read(name, value));
                            }
                        });
    }

    // What is documented as a number may arrive as a text, and the other way round.
    private Value read(String name, JsonNode node) {
        if (node.isNull() || node.asString("").isEmpty()) {
            return Value.empty();
        }
        boolean known = catalogue.fields().field(name) != null;
        return known ? typed(catalogue.kindOf(name), node.asString("")) : asSent(node);
    }

    private static Value asSent(JsonNode node) {
        if (node.isBoolean()) {
            return new Value.Bool(node.booleanValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new Value.Whole(node.longValue());
        }
        return node.isNumber()
                ? new Value.Decimal(node.decimalValue())
                : Value.text(node.asString(""));
    }

    private static Value typed(Kind kind, String text) {
        return switch (kind) {
            case BOOLEAN ->
                    switch (text) {
                        case "true", "1" -> new Value.Bool(true);
                        case "false", "0" -> new Value.Bool(false);
                        default -> Value.text(text);
                    };
            case DECIMAL, WHOLE -> {
                BigDecimal number = number(text);
                yield number == null ? Value.text(text) : new Value.Decimal(number);
            }
            case TEXT, OPTION, DAY, MOMENT, RELATION, OTHER -> Value.text(text);
        };
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text.strip().replace(',', '.'));
        } catch (NumberFormatException notNumber) {
            // Left a text: Fortnox then says itself what is wrong with it.
            return null;
        }
    }

    /** {@code fields} as a write takes them; what Fortnox would ignore is left out. */
    ObjectNode written(Fields fields) {
        ObjectNode customer = JsonNodeFactory.instance.objectNode();
        fields.values().forEach((name, value) -> put(customer, name, value));
        return customer;
    }

    private void put(ObjectNode customer, String name, Value value) {
        Kind kind = catalogue.kindOf(name);
        if (value.isEmpty()) {
            if (clearEmpty && kind == Kind.TEXT) {
                customer.put(name, BLANK);
            }
            return;
        }
        switch (typed(kind, value.shown())) {
            case Value.Bool(boolean yes) -> customer.put(name, yes);
            // Never as 1E+2, which is JSON too, but not what Fortnox writes.
            case Value.Decimal(BigDecimal number) ->
                    customer.put(name, number.setScale(Math.max(0, number.scale())));
            case Value other -> customer.put(name, other.shown());
        }
    }

    /** The part of {@code wanted} that {@code record} does not hold yet. */
    Fields missing(Fields wanted, Fields record) {
        Fields left = wanted;
        for (String name : wanted.names()) {
            if (same(name, wanted.get(name), record.get(name))) {
                left = left.without(name);
            }
        }
        return left;
    }

    private boolean same(String name, Value one, Value other) {
        Kind kind = catalogue.kindOf(name);
        return typed(kind, asStored(name, one)).equals(typed(kind, asStored(name, other)));
    }

    // Fortnox trims every text, and codes come back in capitals.
    private static String asStored(String name, Value value) {
        String text = value.shown().strip();
        return name.endsWith("CountryCode") || name.equals("Currency")
                ? text.toUpperCase(Locale.ROOT)
                : text;
    }
}
