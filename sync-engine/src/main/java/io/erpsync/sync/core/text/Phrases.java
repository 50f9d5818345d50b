package io.erpsync.sync.core.text;

import io.erpsync.connection.rules.Language;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Problem;

/**
 * The sentences that card texts are made of. {@link Problem#side()} is where a value does not fit
 * or was refused, so it is on the other side that a person mends it.
 */
final class Phrases {

    private final Problem problem;
    private final String erp;
    private final boolean sv;

    Phrases(Problem problem, String erp, Language language) {
        this.problem = problem;
        this.erp = erp;
        this.sv = language == Language.SV;
    }

    /** What happened, as one sentence. */
    String happened() {
        String where = where();
        String words = problem.words();
        return switch (problem.reason()) {
            case INVALID_VALUE ->
                    say(
                            where + " godtar inte ett av värdena.",
                            where + " does not accept one of the values.");
            case VALUE_TOO_LONG ->
                    say(
                            "Ett värde är för långt för " + where + atMost(" (högst ", " tecken)"),
                            "A value is too long for "
                                    + where
                                    + atMost(" (at most ", " characters)"));
            case REQUIRED_MISSING ->
                    say(
                            "En uppgift som " + where + " kräver saknas.",
                            "A value that " + where + " requires is missing.");
            case UNKNOWN_OPTION ->
                    wordsAreTheirs()
                            ? say(
                                    where + " har inte det värde som valts.",
                                    where + " does not have the value that was chosen.")
                            : say(
                                    "Värdet " + words + " finns inte i " + where + ".",
                                    "The value " + words + " does not exist in " + where + ".");
            case NUMBER_TAKEN ->
                    say(
                            "Kundnumret används redan i " + erp + ".",
                            "The customer number is already used in " + erp + ".");
            case RECORD_GONE ->
                    say(
                            "Kunden finns inte längre i " + erp + ".",
                            "The customer is no longer in " + erp + ".");
            case NUMBER_UNKNOWN ->
                    say(
                            "Det finns ingen kund med nummer " + words + " i " + erp + ".",
                            "There is no customer with number " + words + " in " + erp + ".");
            case POSSIBLE_DUPLICATE ->
                    say(
                            "Kunden finns troligen redan i " + where + ": " + words + ".",
                            "The customer is probably in " + where + " already: " + words + ".");
            case AMBIGUOUS_MATCH ->
                    say(
                            "Flera kunder i "
                                    + where
                                    + " har samma organisationsnummer: "
                                    + words
                                    + ".",
                            "Several customers in "
                                    + where
                                    + " have the same registration number: "
                                    + words
                                    + ".");
            case DIRECTION_CLOSED ->
                    say(
                            "Kunder skapas inte från Lime i den här kopplingen.",
                            "Customers are not created from Lime in this connection.");
            case FILTERED ->
                    say(
                            "Kunden uppfyller inte villkoren för vilka kunder som skickas till "
                                    + erp
                                    + ".",
                            "The customer does not meet the conditions for what is sent to "
                                    + erp
                                    + ".");
            case HELD_BY_ANOTHER ->
                    say(
                            "Kundnumret hör redan till en annan kund i Lime: " + words + ".",
                            "The customer number belongs to another customer in Lime: "
                                    + words
                                    + ".");
            case CONTESTED ->
                    say(
                            "Kundnumret står på en annan kund i Lime också: " + words + ".",
                            "The customer number stands on another customer in Lime too: "
                                    + words
                                    + ".");
            case FAILS_REPEATEDLY, UNREADABLE ->
                    say(
                            where + " svarar med fel för just den här kunden.",
                            where + " answers with an error for this customer alone.");
            case NOT_DECIDED ->
                    say(
                            "Ett fel i synken själv: den kunde inte avgöra vad som ska göras.",
                            "A fault of the sync itself: it could not decide what to do.");
            case STATUS_MOVED_ON ->
                    say(
                            "Kortet ändrades medan det skickades.",
                            "The card was changed while it was sent.");
            case REFUSED_BY_RULE, UNRECOGNISED ->
                    say(
                            where + " tar inte emot kunden som den är ifylld.",
                            where + " does not take the customer as it is filled in.");
            case NOT_AUTHORISED,
                    NO_LICENCE,
                    WRONG_COMPANY,
                    MAPPING_NOT_VALID,
                    TARGET_UNAVAILABLE,
                    RATE_LIMITED,
                    UNEXPECTED_ANSWER,
                    SETTINGS_FAULT,
                    PERHAPS_STALE,
                    BRAKE ->
                    say(
                            where + " tar inte emot något just nu.",
                            where + " does not take anything at the moment.");
        };
    }

    String field(String name) {
        return say("Fält: ", "Field: ") + name + ".";
    }

    /** What the person who reads the card can do. */
    String remedy() {
        return switch (problem.reason()) {
            case INVALID_VALUE, UNKNOWN_OPTION, REFUSED_BY_RULE, UNRECOGNISED ->
                    mend("Rätta värdet", "Correct it");
            case VALUE_TOO_LONG -> mend("Korta det", "Shorten it");
            case REQUIRED_MISSING -> mend("Fyll i uppgiften", "Fill it in");
            case DIRECTION_CLOSED ->
                    say("Skapa kunden i " + erp + ".", "Create it in " + erp + ".");
            case FILTERED ->
                    say(
                            "Rätta kortet och spara, eller be administratören ändra villkoren.",
                            "Correct the card and save, or ask the administrator to change them.");
            case NUMBER_TAKEN ->
                    say(
                            "Byt kundnummer på kortet och spara; står inget där, be administratören"
                                    + " se över nummerserien i "
                                    + erp
                                    + ".",
                            "Change the number on the card and save; where none stands there, ask"
                                    + " the administrator to look at the number series in "
                                    + erp
                                    + ".");
            case POSSIBLE_DUPLICATE, AMBIGUOUS_MATCH ->
                    say(
                            "Skriv rätt kundnummer på kortet, eller be administratören koppla ihop"
                                    + " dem.",
                            "Write the right customer number on the card, or ask the administrator"
                                    + " to link them.");
            case CONTESTED ->
                    say("Rätta kundnumret på en av dem.", "Correct the number on one of them.");
            case HELD_BY_ANOTHER, NUMBER_UNKNOWN ->
                    say("Rätta kundnumret.", "Correct the customer number.");
            case RECORD_GONE ->
                    say(
                            "Töm kundnummer och status för att koppla bort, eller återställ kunden"
                                    + " i "
                                    + erp
                                    + ".",
                            "Empty number and status to disconnect, or restore the customer in "
                                    + erp
                                    + ".");
            case FAILS_REPEATEDLY, UNREADABLE ->
                    say(
                            "Spara igen om en stund; hjälper det inte, be administratören.",
                            "Save again in a while; if that does not help, ask the administrator.");
            case NOT_DECIDED ->
                    say(
                            "Be administratören läsa loggen och köra om.",
                            "Ask the administrator to read the log and replay it.");
            case STATUS_MOVED_ON -> say("Spara kortet igen.", "Save the card again.");
            case NOT_AUTHORISED,
                    NO_LICENCE,
                    WRONG_COMPANY,
                    MAPPING_NOT_VALID,
                    TARGET_UNAVAILABLE,
                    RATE_LIMITED,
                    UNEXPECTED_ANSWER,
                    SETTINGS_FAULT,
                    PERHAPS_STALE,
                    BRAKE ->
                    say(
                            "Det går vidare av sig självt; inget behöver göras här.",
                            "It goes on by itself; nothing needs to be done here.");
        };
    }

    /**
     * Whether {@link Problem#words()} are the other system's and not already part of {@link
     * #happened}.
     */
    boolean wordsAreTheirs() {
        Reason reason = problem.reason();
        return switch (reason) {
            case NUMBER_UNKNOWN,
                    POSSIBLE_DUPLICATE,
                    AMBIGUOUS_MATCH,
                    DIRECTION_CLOSED,
                    FILTERED,
                    HELD_BY_ANOTHER,
                    CONTESTED ->
                    false;
            // Ours is the value in quotes, or the limit; theirs is a sentence.
            case UNKNOWN_OPTION -> !problem.words().startsWith("\"");
            case VALUE_TOO_LONG -> !isLimit();
            default -> true;
        };
    }

    String theirWords() {
        return where() + say(" svarade: ", " answered: ") + "\"" + problem.words() + "\"";
    }

    private String mend(String swedish, String english) {
        return problem.side() == Side.ERP
                ? say(
                        swedish + " och spara, så skickas kunden igen.",
                        english + " and save; the customer is then sent again.")
                : say(
                        swedish + " i " + erp + ", så förs det över igen.",
                        english + " in " + erp + "; it is then brought over again.");
    }

    private String atMost(String before, String after) {
        return isLimit() ? before + problem.words() + after + "." : ".";
    }

    private boolean isLimit() {
        return !problem.words().isEmpty() && problem.words().chars().allMatch(Character::isDigit);
    }

    private String where() {
        return problem.side() == Side.ERP ? erp : "Lime";
    }

    private String say(String swedish, String english) {
        return sv ? swedish : english;
    }
}
