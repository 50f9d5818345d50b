package io.erpsync.sync.core.text;

import io.erpsync.connection.rules.Language;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Problem;

/** The sentences that card texts are made of. */
final class Phrases {

    private Phrases() {}

    /** What happened, as one sentence. */
    static String happened(Problem problem, String erp, Language language) {
        boolean sv = language == Language.SV;
        String where = problem.side() == Side.ERP ? erp : "Lime";
        return switch (problem.reason()) {
            case INVALID_VALUE ->
                    sv
                            ? where + " godtar inte ett av värdena."
                            : where + " does not accept one of the values.";
            case VALUE_TOO_LONG -> sv ? "Ett värde är för långt." : "A value is too long.";
            case REQUIRED_MISSING ->
                    sv ? "En obligatorisk uppgift saknas." : "A required value is missing.";
            case UNKNOWN_OPTION ->
                    sv
                            ? "Värdet \""
                                    + problem.words()
                                    + "\" har ingen motsvarighet på andra sidan."
                            : "The value \""
                                    + problem.words()
                                    + "\" has no counterpart on the other side.";
            case NUMBER_TAKEN ->
                    sv
                            ? "Kundnumret används redan i " + erp + "."
                            : "The customer number is already used in " + erp + ".";
            case RECORD_GONE ->
                    sv
                            ? "Kunden finns inte längre i " + erp + "."
                            : "The customer is no longer in " + erp + ".";
            case NUMBER_UNKNOWN ->
                    sv
                            ? "Det finns ingen kund med nummer "
                                    + problem.words()
                                    + " i "
                                    + erp
                                    + "."
                            : "There is no customer with number "
                                    + problem.words()
                                    + " in "
                                    + erp
                                    + ".";
            case POSSIBLE_DUPLICATE ->
                    sv
                            ? "Kunden finns troligen redan i "
                                    + where
                                    + ": "
                                    + problem.words()
                                    + "."
                            : "The customer is probably in "
                                    + where
                                    + " already: "
                                    + problem.words()
                                    + ".";
            case AMBIGUOUS_MATCH ->
                    sv
                            ? "Flera kunder i "
                                    + where
                                    + " har samma organisationsnummer: "
                                    + problem.words()
                                    + "."
                            : "Several customers in "
                                    + where
                                    + " have the same registration number: "
                                    + problem.words()
                                    + ".";
            case DIRECTION_CLOSED ->
                    sv
                            ? "Kunder skapas inte från Lime i den här kopplingen."
                            : "Customers are not created from Lime in this connection.";
            case HELD_BY_ANOTHER ->
                    sv
                            ? "Kundnumret hör redan till en annan post i Lime: "
                                    + problem.words()
                                    + "."
                            : "The customer number belongs to another record in Lime: "
                                    + problem.words()
                                    + ".";
            default -> sv ? where + " sade nej." : where + " said no.";
        };
    }

    static String field(String name, Language language) {
        return (language == Language.SV ? "Fält: " : "Field: ") + name + ".";
    }

    /** What the person who reads the card can do. */
    static String remedy(Problem problem, String erp, Language language) {
        boolean sv = language == Language.SV;
        return switch (problem.reason()) {
            case DIRECTION_CLOSED ->
                    sv ? "Skapa kunden i " + erp + "." : "Create it in " + erp + ".";
            case POSSIBLE_DUPLICATE, AMBIGUOUS_MATCH ->
                    sv
                            ? "Skriv rätt kundnummer på kortet, eller be administratören koppla ihop dem."
                            : "Write the right customer number on the card, or ask the administrator to link them.";
            case HELD_BY_ANOTHER, NUMBER_UNKNOWN ->
                    sv ? "Rätta kundnumret." : "Correct the customer number.";
            case RECORD_GONE ->
                    sv
                            ? "Töm kundnummer och status för att koppla bort, eller återställ kunden i "
                                    + erp
                                    + "."
                            : "Empty number and status to disconnect, or restore the customer in "
                                    + erp
                                    + ".";
            default ->
                    sv
                            ? "Rätta och spara, så skickas posten igen."
                            : "Correct it and save; it is then sent again.";
        };
    }

    /**
     * Whether {@link Problem#words()} are the other system's and not already part of {@link
     * #happened}.
     */
    static boolean wordsAreTheirs(Reason reason) {
        return switch (reason) {
            case UNKNOWN_OPTION,
                    NUMBER_UNKNOWN,
                    POSSIBLE_DUPLICATE,
                    AMBIGUOUS_MATCH,
                    DIRECTION_CLOSED,
                    HELD_BY_ANOTHER,
                    VALUE_TOO_LONG ->
                    false;
            default -> true;
        };
    }

    static String theirWords(Problem problem, String erp, Language language) {
        String who = problem.side() == Side.ERP ? erp : "Lime";
        return who
                + (language == Language.SV ? " svarade: " : " answered: ")
                + "\""
                + problem.words()
                + "\"";
    }
}
