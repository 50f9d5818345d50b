package io.erpsync.system.workload;

import io.erpsync.system.Sides;
import io.erpsync.system.evidence.Expected;
import io.erpsync.system.evidence.Fate;
import io.erpsync.system.evidence.FieldPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The people of one connection, on both sides of it. What they do and when is drawn from the seed;
 * which records it can be done to depends on how far the sync is.
 */
final class Office {

    private static final String LONG = "Kvarngatan ".repeat(8);

    private final Random random;
    private final Sides sides;
    private final List<FieldPair> mapping;
    private final Invented invented;
    private final List<Card> cards = new ArrayList<>();
    private final List<String> freeRegistrations;

    /**
     * @param freeRegistrations registration numbers of old customers that have no card
     */
    Office(long seed, Sides sides, List<FieldPair> mapping, List<String> freeRegistrations) {
        this.random = new Random(seed);
        this.sides = sides;
        this.mapping = mapping;
        this.invented = new Invented(random);
        this.freeRegistrations = new ArrayList<>(freeRegistrations);
    }

    List<Expected> expected() {
        return cards.stream().map(Card::expected).toList();
    }

    /** Makes the first record, where this connection follows records. */
    void first() {
        if (sides.pair().directions().createFromLime()) {
            pressed(invented.card());
        } else {
            createdInErp();
        }
    }

    boolean firstIsAnswered() {
        Card card = cards.getFirst();
        return !card.id().isEmpty() && sides.status(card.id()).equals("synced");
    }

    /** Does so many things with pauses between them. */
    void work(int actions) throws InterruptedException {
        for (int i = 0; i < actions; i++) {
            act();
            Thread.sleep(random.nextInt(500));
        }
        mendSome();
    }

    private void act() throws InterruptedException {
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> pressed(invented.card());
            case 3 -> created();
            case 4, 5 -> createdInErp();
            case 6, 7, 8, 9, 10 -> editedInLime();
            case 11, 12, 13 -> editedInErp();
            case 14 -> editedInProcess();
            case 15 -> unwatchedEdit();
            case 16 -> duplicate();
            case 17 -> refusedOnCreate();
            case 18 -> refusedOnEdit();
            default -> refusedByLime();
        }
    }

    private Card pressed(Map<String, String> fields) {
        Card card =
                Card.inLime(
                        sides,
                        sides.createInLime(fields),
                        sides.pair().directions().createFromLime() ? Fate.IN_BOTH : Fate.REFUSED);
        if (card.fate() == Fate.REFUSED) {
            card.fate(Fate.REFUSED, "not created from Lime");
        }
        sides.press(card.id());
        cards.add(card);
        return card;
    }

    /** A card that nobody sends. */
    private void created() {
        cards.add(Card.inLime(sides, sides.createInLime(invented.card()), Fate.ALONE));
    }

    private void createdInErp() {
        boolean follows = sides.pair().directions().createFromErp();
        String number = sides.createInErp(invented.customer());
        cards.add(Card.inErp(sides, number, follows ? Fate.IN_BOTH : Fate.ALONE));
    }

    private void editedInLime() {
        Card card = any(one -> one.fate() == Fate.IN_BOTH);
        if (card != null && !card.id().isEmpty()) {
            sides.editInLime(card.id(), limeEdit());
        }
    }

    private Map<String, String> limeEdit() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (FieldPair field : invented.some(mapping, 3)) {
            boolean emptied = !field.lime().equals("name") && random.nextInt(6) == 0;
            fields.put(field.lime(), emptied ? "" : invented.inLime(field.lime()));
        }
        return fields;
    }

    private void editedInErp() {
        Card card = any(one -> one.fate() == Fate.IN_BOTH);
        if (card == null || card.number().isEmpty()) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (FieldPair field : invented.some(comingBack(), 2)) {
            boolean emptied = !field.erp().equals("Name") && random.nextInt(6) == 0;
            fields.put(field.erp(), emptied ? "" : invented.inErp(field.erp()));
        }
        sides.editInErp(card.number(), fields);
    }

    private List<FieldPair> comingBack() {
        return mapping.stream().filter(FieldPair::comesBack).toList();
    }

    /** An edit that meets its own card in process, where it is quick enough. */
    private void editedInProcess() throws InterruptedException {
        Card card = pressed(invented.card());
        for (int i = 0; i < 100 && !sides.status(card.id()).equals("inprocess"); i++) {
            Thread.sleep(20);
        }
        if (card.fate() == Fate.IN_BOTH) {
            sides.editInLime(card.id(), limeEdit());
        }
    }

    /** Changes what is mapped but not watched, or not mapped at all. */
    private void unwatchedEdit() {
        Card card = any(one -> one.fate() == Fate.IN_BOTH);
        if (card != null && !card.id().isEmpty()) {
            boolean mapped = random.nextBoolean();
            sides.editInLime(
                    card.id(),
                    mapped
                            ? Map.of("visitingcity", invented.inLime("visitingcity"))
                            : Map.of("postalcity", invented.inLime("postalcity")));
        }
    }

    /** A card for a customer that the ERP has already. */
    private void duplicate() {
        if (freeRegistrations.isEmpty() || !sides.pair().directions().createFromLime()) {
            return;
        }
        Map<String, String> fields = invented.card();
        fields.put("registrationno", freeRegistrations.removeFirst());
        Card card = pressed(fields);
        card.fate(Fate.REFUSED, "probably in");
    }

    private void refusedOnCreate() {
        if (!sides.pair().directions().createFromLime()) {
            return;
        }
        Map<String, String> fields = invented.card();
        fields.put("emailinvoice", "no address");
        pressed(fields).fate(Fate.REFUSED, "Invoice e-mail");
    }

    private void refusedOnEdit() {
        Card card = any(one -> one.fate() == Fate.IN_BOTH);
        if (sides.pair().directions().updateFromLime()
                && card != null
                && !card.id().isEmpty()
                && !card.number().isEmpty()) {
            sides.editInLime(card.id(), Map.of("country", "Atlantis"));
            card.fate(Fate.REFUSED, "Atlantis");
        }
    }

    /** A text that is too long for Lime, on a card that nobody touches again. */
    private void refusedByLime() {
        Card card = any(one -> one.fate() == Fate.IN_BOTH);
        if (sides.pair().directions().updateFromErp()
                && !sides.pair().directions().updateFromLime()
                && card != null
                && !card.id().isEmpty()
                && sides.status(card.id()).equals("synced")) {
            sides.editInErp(card.number(), Map.of("Address1", LONG));
            card.fate(Fate.NOTED, "Invoice address 1");
        }
    }

    /** Half of what was refused is mended. */
    private void mendSome() {
        for (Card card : cards) {
            String words = card.expected().words();
            if (card.fate() == Fate.REFUSED && random.nextBoolean()) {
                switch (words) {
                    case "probably in" -> mend(card, "registrationno");
                    case "Invoice e-mail" -> mend(card, "emailinvoice");
                    case "Atlantis" -> mend(card, "country");
                    default -> {
                        // What the matrix refuses cannot be mended on the card.
                    }
                }
            }
        }
    }

    private void mend(Card card, String field) {
        sides.editInLime(card.id(), Map.of(field, invented.inLime(field)));
        card.fate(Fate.IN_BOTH, "");
    }

    private @Nullable Card any(Predicate<Card> which) {
        List<Card> some = cards.stream().filter(which).toList();
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }
}
