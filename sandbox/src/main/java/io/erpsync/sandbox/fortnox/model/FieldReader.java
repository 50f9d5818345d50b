package io.erpsync.sandbox.fortnox.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks one filled value and turns it into the one that Fortnox stores. */
final class FieldReader {

    /** No code is published for these; it is the one for a wrong value in general. */
    private static final int WRONG_VALUE = 2000359;

    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\".]+(\\.[^@\\s,;<>\".]+)+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");
    private static final Set<String> TYPES = Set.of("PRIVATE", "COMPANY");
    private static final Set<String> VAT_TYPES =
            Set.of("SEVAT", "SEREVERSEDVAT", "EUREVERSEDVAT", "EUVAT", "EXPORT");
    private static final Set<String> CURRENCIES =
            Set.of("SEK", "EUR", "USD", "NOK", "DKK", "GBP", "CHF", "PLN", "JPY", "CAD", "AUD");
    private static final Set<String> PRICE_LISTS = Set.of("A", "B", "C");

    private FieldReader() {}

    static Object read(CustomerField field, Object sent) {
        return switch (field.kind()) {
            case TEXT -> text(field, sent);
            case EMAIL -> email(field, text(field, sent));
            case COUNTRY_CODE -> country(text(field, sent));
            case CURRENCY ->
                    known(text(field, sent), CURRENCIES, 2000427, "Kan inte hitta valutan.");
            case PRICE_LIST ->
                    known(text(field, sent), PRICE_LISTS, 2000431, "Kan inte hitta prislistan.");
            case PAYMENT_TERMS -> paymentTerms(text(field, sent));
            case CUSTOMER_TYPE -> known(text(field, sent), TYPES, WRONG_VALUE, wrong(field, sent));
            case VAT_TYPE -> known(text(field, sent), VAT_TYPES, WRONG_VALUE, wrong(field, sent));
            case DIGITS -> digits(text(field, sent));
            case NUMBER -> number(sent);
            case BOOLEAN -> flag(sent);
            case OBJECT -> parts(field, sent);
            case READ_ONLY -> throw new IllegalStateException(field.name() + " is not writable");
        };
    }

    private static String text(CustomerField field, Object sent) {
        if (sent instanceof Map || sent instanceof Iterable) {
            throw FortnoxRefusal.invalid(2001392, "Ingen eller felaktig typ av data.");
        }
        String text = sent.toString().strip();
        if (CONTROL.matcher(text).find()) {
            throw FortnoxRefusal.invalid(2000359, wrong(field, "?"));
        }
        if (text.length() > field.longest() || text.length() < field.shortest()) {
            throw FortnoxRefusal.invalid(
                    WRONG_VALUE,
                    "Värdet för "
                            + field.name()
                            + " har fel längd; högst "
                            + field.longest()
                            + " tecken är tillåtna.");
        }
        return text;
    }

    private static String email(CustomerField field, String text) {
        if (!EMAIL.matcher(text).matches()) {
            throw FortnoxRefusal.invalid(
                    WRONG_VALUE,
                    "E-postadressen i " + field.name() + " är inte giltig: " + text + ".");
        }
        return text;
    }

    private static String country(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!Countries.isKnown(code)) {
            throw FortnoxRefusal.invalid(WRONG_VALUE, "Ogiltig landskod: " + code);
        }
        return code;
    }

    private static String known(String text, Set<String> known, int code, String message) {
        if (!known.contains(text)) {
            throw FortnoxRefusal.invalid(code, message);
        }
        return text;
    }

    /** Days, or one of the usual words; each company keeps a list of its own. */
    private static String paymentTerms(String text) {
        if (!text.matches("[0-9]{1,3}|K|AG|PF|F")) {
            throw FortnoxRefusal.invalid(2000429, "Kan inte hitta betalningsvillkoret.");
        }
        return text;
    }

    private static String digits(String text) {
        if (!text.chars().allMatch(Character::isDigit)) {
            throw notNumeric(text);
        }
        return text;
    }

    private static BigDecimal number(Object sent) {
        try {
            return new BigDecimal(sent.toString().strip());
        } catch (NumberFormatException notANumber) {
            throw notNumeric(sent);
        }
    }

    private static Boolean flag(Object sent) {
        return switch (sent) {
            case Boolean flag -> flag;
            case String text when text.equals("true") || text.equals("false") ->
                    Boolean.valueOf(text);
            default ->
                    throw FortnoxRefusal.invalid(
                            2000134, "Värdet måste vara en boolean (" + sent + ")");
        };
    }

    /** The filled parts of an object; the parts that there are, are those it begins with. */
    private static Map<String, String> parts(CustomerField field, Object sent) {
        if (!(sent instanceof Map<?, ?> map) || !(field.initial() instanceof Map<?, ?> known)) {
            throw FortnoxRefusal.invalid(2001392, wrong(field, sent));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        map.forEach(
                (name, value) -> {
                    if (!known.containsKey(name)) {
                        throw CustomerRules.unknownName(field.name() + "." + name);
                    }
                    if (!CustomerRules.isEmpty(value)) {
                        parts.put(name.toString(), part(field, value));
                    }
                });
        return parts;
    }

    private static String part(CustomerField field, Object sent) {
        String text = text(field, sent);
        if (text.equals(CustomerRules.BLANK)) {
            throw FortnoxRefusal.invalid(WRONG_VALUE, wrong(field, sent));
        }
        return text;
    }

    private static FortnoxRefusal notNumeric(Object sent) {
        return FortnoxRefusal.invalid(2000108, "Värdet måste vara numeriskt (" + sent + ")");
    }

    private static String wrong(CustomerField field, Object sent) {
        return "Värdet innehåller ej tillåtna tecken. (" + field.name() + ": " + sent + ")";
    }
}
