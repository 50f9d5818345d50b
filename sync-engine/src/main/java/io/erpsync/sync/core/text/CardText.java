package io.erpsync.sync.core.text;

import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.LinkId;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Rules;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The error text of a card: what happened, the field by its local name, what to do, the other
 * system's own words, and last a short reference that finds the dead letter. Cut at a word to the
 * length that Lime's metadata gives.
 */
public final class CardText {

    private static final int DEFAULT_LENGTH = 512;

    private CardText() {}

    /** The text for {@code problem}; never longer than the property that it is written to. */
    public static String of(Problem problem, LinkId link, Rules rules) {
        Phrases phrases = new Phrases(problem, erpName(rules), rules.connection().language());
        StringBuilder text = new StringBuilder(phrases.happened());
        String field = fieldName(problem, rules);
        if (field != null) {
            text.append(' ').append(phrases.field(field));
        }
        text.append(' ').append(phrases.remedy());
        if (!problem.words().isBlank() && phrases.wordsAreTheirs()) {
            text.append(' ').append(phrases.theirWords());
        }
        return cut(text.toString().strip(), length(rules), reference(link));
    }

    /** The short reference of a link, as a person reads it out on the phone. */
    public static String reference(LinkId link) {
        String value = link.value();
        return value.substring(0, Math.min(8, value.length()));
    }

    /** The ERP's name as people write it. */
    static String erpName(Rules rules) {
        String name = rules.connection().erpSystem().value();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static @Nullable String fieldName(Problem problem, Rules rules) {
        String field = problem.field();
        if (field == null) {
            return null;
        }
        String property = problem.side() == Side.LIME ? field : limePropertyOf(field, rules);
        FieldCatalogue lime = rules.limeFields();
        FieldDefinition definition = lime == null || property == null ? null : lime.field(property);
        return definition == null ? erpName(field, rules) : definition.localName();
    }

    /** What the ERP's users call that field, where Lime has no name for it. */
    private static String erpName(String field, Rules rules) {
        FieldCatalogue erp = rules.erpFields();
        FieldDefinition definition = erp == null ? null : erp.field(field);
        return definition == null ? field : definition.localName();
    }

    private static @Nullable String limePropertyOf(String erpField, Rules rules) {
        return rules.object().mapping().stream()
                .filter(entry -> entry.erp().equals(erpField))
                .map(entry -> entry.lime())
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
    }

    private static int length(Rules rules) {
        FieldCatalogue lime = rules.limeFields();
        FieldDefinition definition =
                lime == null ? null : lime.field(rules.object().lime().errorText());
        Integer length = definition == null ? null : definition.length();
        return length == null ? DEFAULT_LENGTH : length;
    }

    private static String cut(String text, int length, String reference) {
        String tail = " [" + reference + "]";
        int room = length - tail.length();
        if (text.length() <= room) {
            return text + tail;
        }
        int space = text.lastIndexOf(' ', room - 2);
        return text.substring(0, space > 0 ? space : Math.max(0, room - 1)) + "…" + tail;
    }
}
