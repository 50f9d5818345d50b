package io.erpsync.sandbox.fortnox.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The parameters of a customer list: searches that must all hold, order and page. */
public record CustomerSearch(
        Predicate<Customer> filter, Comparator<Customer> order, int limit, int page, int offset) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;
    private static final Map<String, String> FIELDS =
            Map.of(
                    "customernumber", "CustomerNumber",
                    "name", "Name",
                    "zipcode", "ZipCode",
                    "city", "City",
                    "email", "Email",
                    "phone", "Phone1",
                    "organisationnumber", "OrganisationNumber",
                    "gln", "GLN",
                    "glndelivery", "GLNDelivery");

    /** Reads the parameters; throws {@link FortnoxRefusal} for one it does not know. */
    public static CustomerSearch of(
            Map<String, List<String>> parameters, FortnoxSwitches switches, Instant now) {
        Predicate<Customer> filter = _ -> true;
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String value = parameter.getValue().getFirst();
            filter = filter.and(filter(parameter.getKey(), value, switches, now));
        }
        return new CustomerSearch(
                filter,
                order(parameters),
                Math.min(MAX_LIMIT, whole(parameters, "limit", DEFAULT_LIMIT, 1)),
                whole(parameters, "page", 1, 1),
                whole(parameters, "offset", 0, 0));
    }

    /** The page of the customers that this search asks for. */
    public CustomerPage page(List<Customer> all) {
        List<Customer> found = all.stream().filter(filter).sorted(order).toList();
        long start = (page - 1L) * limit + offset;
        List<Customer> here = found.stream().skip(start).limit(limit).toList();
        int pages = (found.size() + limit - 1) / limit;
        return new CustomerPage(here, found.size(), pages, page);
    }

    static FortnoxRefusal badParameter(String name) {
        return FortnoxRefusal.invalid(2000588, "Ogiltig parameter i anropet (" + name + ").");
    }

    private static Predicate<Customer> filter(
            String name, String value, FortnoxSwitches switches, Instant now) {
        return switch (name) {
            case "limit", "page", "offset", "sortby", "sortorder" -> _ -> true;
            case "filter" -> active(value);
            case "lastmodified" ->
                    ModifiedSince.of(value, switches.inclusive(), now, switches.lag())::finds;
            default -> contains(name, value);
        };
    }

    private static Predicate<Customer> active(String value) {
        return switch (value) {
            case "active" -> Customer::isActive;
            case "inactive" -> Predicate.not(Customer::isActive);
            default -> throw FortnoxRefusal.invalid(2000587, "Ett ogiltigt filter har använts.");
        };
    }

    private static Predicate<Customer> contains(String name, String value) {
        String field = FIELDS.get(name);
        if (field == null) {
            throw badParameter(name);
        }
        String part = value.toLowerCase(Locale.ROOT);
        return customer -> customer.text(field).toLowerCase(Locale.ROOT).contains(part);
    }

    private static Comparator<Customer> order(Map<String, List<String>> parameters) {
        Comparator<Customer> byNumber = Comparator.comparing(Customer::number, new NumberOrder());
        String field = parameters.getOrDefault("sortby", List.of("customernumber")).getFirst();
        Comparator<Customer> order =
                switch (field) {
                    case "customernumber" -> byNumber;
                    case "name" ->
                            Comparator.comparing((Customer customer) -> customer.text("Name"))
                                    .thenComparing(byNumber);
                    default -> throw badParameter("sortby");
                };
        return switch (parameters.getOrDefault("sortorder", List.of("ascending")).getFirst()) {
            case "ascending" -> order;
            case "descending" -> order.reversed();
            default -> throw badParameter("sortorder");
        };
    }

    private static int whole(
            Map<String, List<String>> parameters, String name, int otherwise, int least) {
        List<String> values = parameters.get(name);
        if (values == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(values.getFirst());
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as one that is too small.
        }
        throw badParameter(name);
    }
}
