package io.erpsync.system.workload;

import io.erpsync.system.evidence.FieldPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Values that people write, each another one; a few words of theirs appear nowhere else. */
public final class Invented {

    /** None of these may ever stand in a log. */
    public static final List<String> PERSONAL =
            List.of("Kvarnby", "Kvarngatan", "@kvarn.example", "+46 70-55", "559077-");

    private static final List<String> COUNTRIES = List.of("Sverige", "Norge", "Danmark", "Finland");
    private static final List<String> CODES = List.of("SE", "NO", "DK", "FI");
    private static final List<String> PRICE_LISTS = List.of("a", "b");
    private static final List<String> BLANKS = List.of("", " ", "  ");

    private final RandomGenerator random;
    private int last;

    Invented(RandomGenerator random) {
        this.random = random;
    }

    /** A new card with some of its fields filled. */
    Map<String, String> card() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name());
        for (String field : List.of("phone", "emailinvoice", "invoiceaddress1", "country")) {
            if (random.nextInt(3) > 0) {
                fields.put(field, inLime(field));
            }
        }
        return fields;
    }

    /** A new customer of the ERP. */
    Map<String, String> customer() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Name", name());
        for (String field : List.of("Phone1", "EmailInvoice", "Address1", "CountryCode")) {
            if (random.nextInt(3) > 0) {
                fields.put(field, inErp(field));
            }
        }
        return fields;
    }

    String name() {
        return "Kvarnby " + next() + (random.nextBoolean() ? " norra AB" : " SÖDRA AB");
    }

    String registration() {
        return "559077-" + (1000 + next());
    }

    String inLime(String field) {
        return switch (field) {
            case "name" -> name();
            case "registrationno" -> registration();
            case "country" -> pick(COUNTRIES);
            case "pricelist" -> pick(PRICE_LISTS);
            case "emailinvoice" -> "faktura" + next() + "@kvarn.example";
            case "invoicezipcode" -> "2" + (10_000 + next());
            case "phone" -> "+46 70-55" + next() + pick(BLANKS);
            default -> "Kvarngatan " + next() + pick(BLANKS);
        };
    }

    String inErp(String field) {
        return switch (field) {
            case "Name" -> name();
            case "OrganisationNumber" -> registration();
            case "CountryCode" -> pick(CODES);
            case "EmailInvoice" -> "invoice" + next() + "@kvarn.example";
            case "ZipCode" -> "3" + (10_000 + next());
            case "Phone1" -> "+46 70-55" + next();
            default -> "Kvarngatan " + next();
        };
    }

    /** Some mapped fields, each at most once. */
    List<FieldPair> some(List<FieldPair> mapping, int most) {
        List<FieldPair> all = new ArrayList<>(mapping);
        Collections.shuffle(all, Random.from(random));
        return all.subList(0, Math.min(all.size(), 1 + random.nextInt(most)));
    }

    private int next() {
        last++;
        return last;
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
