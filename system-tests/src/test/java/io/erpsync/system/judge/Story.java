package io.erpsync.system.judge;

import io.erpsync.system.Directions;
import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.Expected;
import io.erpsync.system.evidence.Fate;
import io.erpsync.system.evidence.FieldPair;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Hit;
import io.erpsync.system.evidence.LoggedSecret;
import io.erpsync.system.evidence.Move;
import io.erpsync.system.evidence.Restart;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Stop;
import io.erpsync.system.evidence.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A made-up run: what people and services are said to have done, one second apart. */
final class Story {

    static final String PERSON = "3701";
    static final String SERVICES = "tenant/app";

    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

    private final Directions directions;
    private final List<Write> writes = new ArrayList<>();
    private final Map<String, Map<String, String>> companies = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> customers = new LinkedHashMap<>();
    private final Map<String, List<Move>> moves = new LinkedHashMap<>();
    private final List<Hit> hits = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private final List<Restart> restarts = new ArrayList<>();
    private final List<String> unaccounted = new ArrayList<>();
    private final List<LoggedSecret> logged = new ArrayList<>();
    private Set<String> oldCustomers = Set.of();
    private @Nullable Stop stop;
    private @Nullable Stop beside;
    private Run.Kind kind = Run.Kind.PLAIN;
    private int refused;
    private long seconds;

    Story(Directions directions) {
        this.directions = directions;
    }

    /** Card 1 was sent and is customer 9, with phone 1 on both sides. */
    static Story ofOneCard(Directions directions) {
        Story story = new Story(directions);
        story.inLime(PERSON, "1", Map.of("name", "A", "phone", "1"));
        story.moved("1", "", PERSON);
        story.inLime(PERSON, "1", Map.of("erp_status", "readyforfirstsync"));
        story.moved("1", "readyforfirstsync", PERSON);
        story.taken("1");
        story.inErp(SERVICES, "9", Map.of("Name", "A", "Phone1", "1", "ExternalReference", "k1"));
        story.answered("1", "9");
        story.expects(Write.LIME, "1", Fate.IN_BOTH, "");
        return story;
    }

    /** The phone of {@link #ofOneCard} was changed to 2 in Lime, and the card is in process. */
    static Story sentAgain() {
        return ofOneCard(Directions.STANDARD).edited("1", "2").taken("1");
    }

    static Map<String, String> phone(String inErp) {
        return Map.of("Phone1", inErp);
    }

    /** The numbers of the guarantees that the judge finds broken. */
    static Set<Integer> broken(Story story) {
        return Judge.findings(story.run()).stream()
                .map(Finding::guarantee)
                .collect(Collectors.toSet());
    }

    /** The card goes in process. */
    Story taken(String id) {
        inLime(Write.SYNC_USER, id, Map.of("erp_status", "inprocess"));
        return moved(id, "inprocess", Write.SYNC_USER);
    }

    Story answered(String id, String number) {
        inLime(Write.SYNC_USER, id, Map.of("erp_status", "synced", "erp_id", number));
        return moved(id, "synced", Write.SYNC_USER);
    }

    /** A person edits the phone in Lime, which flags it. */
    Story edited(String id, String phone) {
        inLime(PERSON, id, Map.of("phone", phone));
        companies.computeIfAbsent(id, _ -> new LinkedHashMap<>()).put("erp_status", "updatesmade");
        return moved(id, "updatesmade", "trigger");
    }

    Story inLime(String caller, String id, Map<String, String> fields) {
        return write(Write.LIME, companies, caller, id, fields);
    }

    Story inErp(String caller, String number, Map<String, String> fields) {
        return write(Write.FORTNOX, customers, caller, number, fields);
    }

    private Story write(
            String system,
            Map<String, Map<String, String>> records,
            String caller,
            String id,
            Map<String, String> fields) {
        String operation = records.containsKey(id) ? "update" : "create";
        records.computeIfAbsent(id, _ -> new LinkedHashMap<>()).putAll(fields);
        writes.add(new Write(writes.size() + 1, next(), system, id, operation, caller, fields));
        return this;
    }

    Story moved(String id, String status, String setter) {
        moves.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Move(status, next(), setter));
        return this;
    }

    Story expects(String system, String id, Fate fate, String words) {
        expected.removeIf(one -> one.system().equals(system) && one.id().equals(id));
        expected.add(new Expected(system, id, fate, fate == Fate.REFUSED, words));
        return this;
    }

    Story after(long moreSeconds) {
        seconds += moreSeconds;
        return this;
    }

    Story oldCustomer(String number) {
        customers.put(number, new LinkedHashMap<>(Map.of("Name", "Old")));
        oldCustomers = Set.of(number);
        return this;
    }

    /** Another connection is beside it that is stopped for the first seconds. */
    Story besideOneStopped(long forSeconds) {
        beside = new Stop(BEGIN, BEGIN.plusSeconds(forSeconds));
        return this;
    }

    Story stopped() {
        stop = new Stop(BEGIN, BEGIN.plusSeconds(100));
        return this;
    }

    Story of(Run.Kind other) {
        kind = other;
        return this;
    }

    Story refusedByRate(int times) {
        refused = times;
        return this;
    }

    /** The request of the next write, or of none, went wrong. */
    Story hit(String fault, String system, String method, String path) {
        hits.add(new Hit(now(), fault, system, method, path));
        return this;
    }

    Story restarted(Restart restart) {
        restarts.add(restart);
        return this;
    }

    Story neverDecided(String place) {
        unaccounted.add(place + " was never decided on");
        return this;
    }

    Story told(LoggedSecret line) {
        logged.add(line);
        return this;
    }

    private static Evidence nothing(Stop stop) {
        return new Evidence(
                "beside",
                Directions.STANDARD,
                stop,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of());
    }

    Instant now() {
        return BEGIN.plusSeconds(seconds);
    }

    private Instant next() {
        seconds++;
        return now();
    }

    Run run() {
        Evidence evidence =
                new Evidence(
                        "made-up",
                        directions,
                        stop,
                        FieldPair.shipped(false),
                        companies,
                        customers,
                        writes,
                        moves,
                        hits,
                        expected,
                        Set.of(),
                        oldCustomers);
        List<Evidence> connections =
                beside == null ? List.of(evidence) : List.of(evidence, nothing(beside));
        return new Run(7, kind, connections, refused, logged, restarts, unaccounted);
    }
}
