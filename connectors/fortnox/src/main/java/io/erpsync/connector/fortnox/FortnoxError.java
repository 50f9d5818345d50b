package io.erpsync.connector.fortnox;

import io.erpsync.model.Reason;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an error body says. Fortnox has four shapes: the error object in two spellings, the
 * gateway's and the token service's.
 *
 * @param code 0 when the body has none
 */
record FortnoxError(int code, String words) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_WORDS = 500;

    private static final int CUSTOMER_NOT_FOUND = 2000433;
    private static final int NUMBER_TAKEN = 2000637;
    private static final int INTERNAL_FAULT = 1000003;

    private static final Pattern TOO_LONG =
            Pattern.compile(
                    "för lång|too long|för många tecken|(max|maximalt|högst)\\s+\\d+\\s+tecken");
    private static final Pattern MISSING =
            Pattern.compile("saknas|måste anges|obligatorisk|får inte vara tom|required");

    // Fortnox answers in Swedish and names some fields by their word for it.
    private static final Map<String, String> SWEDISH =
            Map.ofEntries(
                    Map.entry("landskod", "CountryCode"),
                    Map.entry("valuta", "Currency"),
                    Map.entry("e-post", "Email"),
                    Map.entry("kundnummer", "CustomerNumber"),
                    Map.entry("kundnumret", "CustomerNumber"),
                    Map.entry("postnummer", "ZipCode"),
                    Map.entry("organisationsnummer", "OrganisationNumber"),
                    Map.entry("betalningsvillkor", "TermsOfPayment"),
                    Map.entry("leveransvillkor", "TermsOfDelivery"),
                    Map.entry("leveranssätt", "WayOfDelivery"),
                    Map.entry("prislista", "PriceList"),
                    Map.entry("momstyp", "VATType"),
                    Map.entry("kundnamn", "Name"),
                    Map.entry("namn", "Name"));

    /** The JSON object in {@code body}; null when there is none. */
    static @Nullable JsonNode json(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node.isObject() ? node : null;
        } catch (JacksonException notJson) {
            // A web page or half an answer: the caller treats it as no answer at all.
            return null;
        }
    }

    /** The error in {@code body}; null when it is of none of the four shapes. */
    static @Nullable FortnoxError read(JsonNode body) {
        JsonNode wrapped = body.path("ErrorInformation");
        JsonNode error = wrapped.isObject() ? wrapped : body;
        String words = first(error, "Message", "message", "error_description", "error");
        if (words == null) {
            return null;
        }
        int code = error.path("Code").asInt(error.path("code").asInt(0));
        return new FortnoxError(
                code, words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words);
    }

    private static @Nullable String first(JsonNode node, String... names) {
        for (String name : names) {
            if (node.path(name).isString() && !node.path(name).stringValue().isBlank()) {
                return node.path(name).stringValue().strip();
            }
        }
        return null;
    }

    /** The reply that this error makes of a request that sent the fields of those names. */
    Reply asReply(int status, Collection<String> sent) {
        if (code == CUSTOMER_NOT_FOUND) {
            return new Reply.Missing(words);
        }
        if (code == INTERNAL_FAULT) {
            return new Reply.Unclear(Reason.TARGET_UNAVAILABLE, null, words);
        }
        Reason reason = reason(status);
        return new Reply.No(
                reason, reason.scope() == Reason.Scope.OBJECT ? field(reason, sent) : null, words);
    }

    private Reason reason(int status) {
        return switch (code) {
            case NUMBER_TAKEN -> namesTheName() ? Reason.REQUIRED_MISSING : Reason.NUMBER_TAKEN;
            case 2000663, 2001101, 2001103, 2001393 -> Reason.NO_LICENCE;
            case 2000310, 2000311, 2004054 -> Reason.NOT_AUTHORISED;
            case 2001399 -> Reason.MAPPING_NOT_VALID;
            case 2000423, 2000427, 2000429, 2000430, 2000431, 2000435 -> Reason.UNKNOWN_OPTION;
            default -> status == 401 || status == 403 ? Reason.NOT_AUTHORISED : byWords();
        };
    }

    private Reason byWords() {
        if (TOO_LONG.matcher(lower()).find()) {
            return Reason.VALUE_TOO_LONG;
        }
        if (MISSING.matcher(lower()).find()) {
            return Reason.REQUIRED_MISSING;
        }
        return switch (code) {
            case 2000106, 2000108, 2000134, 2000359 -> Reason.INVALID_VALUE;
            default ->
                    lower().startsWith("ogiltig") ? Reason.INVALID_VALUE : Reason.REFUSED_BY_RULE;
        };
    }

    // Reported by integrators: an empty name comes back under the code of a number in use.
    private boolean namesTheName() {
        return lower().contains("namn") && !lower().contains("nummer");
    }

    private @Nullable String field(Reason reason, Collection<String> sent) {
        if (reason == Reason.NUMBER_TAKEN) {
            return "CustomerNumber";
        }
        return sent.stream()
                .filter(name -> words.matches("(?is).*\\b" + Pattern.quote(name) + "\\b.*"))
                .max(Comparator.comparingInt(String::length))
                .orElseGet(this::fieldBySwedishWord);
    }

    private @Nullable String fieldBySwedishWord() {
        return SWEDISH.keySet().stream()
                .filter(lower()::contains)
                .max(Comparator.comparingInt(String::length))
                .map(SWEDISH::get)
                .orElse(null);
    }

    private String lower() {
        return words.toLowerCase(Locale.ROOT);
    }
}
