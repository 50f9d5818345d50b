package io.erpsync.connector.lime;

import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads why Lime refused a write. The form of its errors is not documented, and custom code in an
 * application adds texts of its own; so this looks for a property's name and for a few words, and
 * says {@link Reason#REFUSED_BY_RULE} when it finds none.
 */
final class Refusal {

    private static final Pattern INTRODUCED =
            Pattern.compile(
                    "(?i)\\b(?:propert(?:y|ies)|fields?|attribute|value of)(?: named)?[: ]+['\"]?"
                            + "([\\p{L}\\p{N}_]+)");
    private static final Pattern QUOTED = Pattern.compile("['\"`«“]([^'\"`»”]{1,100})['\"`»”]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private static final List<Sign> SIGNS =
            List.of(
                    new Sign(
                            Reason.MAPPING_NOT_VALID,
                            "unknown propert|no such propert|no propert|unknown field|unknown attribute"
                                    + "|propert(y|ies) .*(does not|doesn't|not) (exist|found)"
                                    + "|(has|have) no propert|read-?only|not writable"),
                    new Sign(
                            Reason.VALUE_TOO_LONG,
                            "too long|longer than|max(imum)? length|exceeds|too many characters"),
                    new Sign(
                            Reason.REQUIRED_MISSING,
                            "required|mandatory|(must|may|can) ?not be (empty|blank|missing)"
                                    + "|missing value"),
                    new Sign(
                            Reason.NUMBER_TAKEN,
                            "unique|duplicate|already (exists|in use|taken|used)"),
                    new Sign(
                            Reason.UNKNOWN_OPTION,
                            "\\boptions?\\b|\\bkey\\b.*(not|unknown|invalid)|unknown key"),
                    new Sign(
                            Reason.INVALID_VALUE,
                            "invalid|not (a )?valid|must be|expected|not accepted|not allowed|cannot"
                                    + "|there is no|not found|does not exist"
                                    + "|wrong type|\\bnull\\b"));

    private record Sign(Reason reason, Pattern pattern) {
        Sign(Reason reason, String pattern) {
            this(reason, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
    }

    private final LimeSettings settings;
    private final LimeType type;
    private final Fields sent;

    Refusal(LimeSettings settings, LimeType type, Fields sent) {
        this.settings = settings;
        this.type = type;
        this.sent = sent;
    }

    Outcome.Refused read(String words) {
        String field = fieldIn(words);
        return new Outcome.Refused(reason(field, words), field, words);
    }

    private Reason reason(@Nullable String field, String words) {
        Reason reason = sign(words);
        if (reason == Reason.MAPPING_NOT_VALID) {
            return reason;
        }
        if (field != null && field.equals(settings.statusProperty())) {
            // A key that Lime offers can only have been refused for where the record stands.
            return knownKeySent(field) ? Reason.STATUS_MOVED_ON : Reason.UNKNOWN_OPTION;
        }
        if (reason == Reason.NUMBER_TAKEN && !settings.numberProperty().equals(field)) {
            return Reason.REFUSED_BY_RULE;
        }
        return field == null ? Reason.REFUSED_BY_RULE : reason;
    }

    private boolean knownKeySent(String field) {
        LimeType.Property status = type.property(field);
        return !sent.has(field)
                || status == null
                || status.options().isEmpty()
                || sent.get(field).isEmpty()
                || status.option(sent.get(field).shown()) != null;
    }

    private static Reason sign(String words) {
        for (Sign sign : SIGNS) {
            if (sign.pattern().matcher(words).find()) {
                return sign.reason();
            }
        }
        return Reason.REFUSED_BY_RULE;
    }

    /**
     * The property that is named: the status when it was sent, else one that is called a property
     * or stands in quotation marks, else a word that is the name of a field sent, or of any
     * property that is no everyday word.
     */
    private @Nullable String fieldIn(String words) {
        List<String> all = found(WORD, 0, words);
        if (sent.has(settings.statusProperty()) && all.contains(settings.statusProperty())) {
            return settings.statusProperty();
        }
        for (Pattern pattern : List.of(INTRODUCED, QUOTED)) {
            for (String marked : found(pattern, 1, words)) {
                if (isName(marked)) {
                    return marked;
                }
            }
        }
        for (String word : all) {
            if (sent.has(word) || (word.contains("_") && isName(word))) {
                return word;
            }
        }
        for (String word : all) {
            if (word.length() > 4 && isName(word)) {
                return word;
            }
        }
        return byLocalName(words);
    }

    private boolean isName(String word) {
        return sent.has(word) || type.property(word) != null;
    }

    private @Nullable String byLocalName(String words) {
        return type.properties().values().stream()
                .filter(property -> property.localName().length() > 3)
                .filter(property -> isWordIn(words, property.localName()))
                .max(Comparator.comparingInt(property -> property.localName().length()))
                .map(LimeType.Property::name)
                .orElse(null);
    }

    private static boolean isWordIn(String words, String word) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        String alone = "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])";
        return Pattern.compile(alone, flags).matcher(words).find();
    }

    private static List<String> found(Pattern pattern, int group, String words) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(words);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
