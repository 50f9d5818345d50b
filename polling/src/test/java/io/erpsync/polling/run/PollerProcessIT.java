package io.erpsync.polling.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.erpsync.model.Reason;
import io.erpsync.polling.world.FakeLime;
import io.erpsync.polling.world.Replica;
import io.erpsync.polling.world.World;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.Origin;
import io.erpsync.schemas.message.PollCursor;
import io.erpsync.schemas.message.Urgency;
import io.erpsync.schemas.message.View;
import io.erpsync.schemas.topics.Partitions;
import io.erpsync.schemas.topics.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas of a poller against a real broker and a Lime in memory. */
class PollerProcessIT {

    private static final ConditionFactory PATIENTLY =
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));

    private static final byte[] ODD = {9, 9};

    private final World world = World.get();
    private final FakeLime lime = new FakeLime();
    private final List<Replica> replicas = new ArrayList<>();
    @TempDir private Path connections;

    @AfterEach
    void stopReplicas() {
        replicas.forEach(Replica::close);
    }

    @Test
    void loadsWhatIsThereAndThenFollowsChanges() throws IOException {
        connection("load", "erp");
        IntStream.range(0, 7).forEach(id -> lime.change("load", id, "before"));
        start("load", "a");

        PATIENTLY.until(() -> ofView("load", View.INDEX_LOADED).size() == 1);
        lime.change("load", 3, "after");
        PATIENTLY.until(() -> ofOrigin("load", Origin.POLL).size() == 1);

        assertThat(ofOrigin("load", Origin.BASELINE)).hasSize(7);
        assertThat(ofOrigin("load", Origin.POLL).getFirst().getFields())
                .containsEntry("name", "after");
        assertThat(world.cursors("load"))
                .extracting(PollCursor::getFeed)
                .startsWith("changes", "baseline", "baseline", "baseline", "index");
    }

    @Test
    void goesOnWhereAnEarlierProcessStopped() throws IOException {
        connection("again", "lime");
        IntStream.range(0, 4).forEach(id -> lime.change("again", id, "before"));
        start("again", "a");
        PATIENTLY.until(() -> ofOrigin("again", Origin.BASELINE).size() == 4);
        PATIENTLY.until(() -> lastCursor("again", "baseline").getComplete());
        replicas.removeFirst().close();

        lime.change("again", 9, "while nobody looked");
        start("again", "a");
        PATIENTLY.until(() -> !ofOrigin("again", Origin.POLL).isEmpty());

        assertThat(ofOrigin("again", Origin.BASELINE)).hasSize(4);
        assertThat(ofOrigin("again", Origin.POLL))
                .extracting(event -> event.getReference().getId())
                .containsExactly("9");
    }

    @Test
    void readsTheRecordThatAHintNamesAndMovesPastTheHint() throws IOException {
        connection("hinted", "lime");
        lime.change("hinted", 1, "Acme");
        start("hinted", "a");
        PATIENTLY.until(() -> ofOrigin("hinted", Origin.BASELINE).size() == 1);

        world.hint("hinted", "1");
        world.hint("hinted", "404");
        PATIENTLY.until(() -> ofOrigin("hinted", Origin.HINT).size() == 2);

        assertThat(ofOrigin("hinted", Origin.HINT))
                .extracting(ChangeEvent::getView)
                .containsExactlyInAnyOrder(View.RECORD, View.GONE);
        assertThat(ofOrigin("hinted", Origin.HINT))
                .allMatch(event -> event.getUrgency() == Urgency.INTERACTIVE);
        int partition = Partitions.of("hinted", World.PARTITIONS);
        PATIENTLY.until(() -> world.committed("hinted", partition) >= 2);
    }

    @Test
    void readsADeletionUntilItCanForNoPollShowsIt() throws IOException {
        connection("deleted", "lime");
        start("deleted", "a");
        awaitFollowed("deleted");
        lime.hideRecords("deleted", true);

        world.hint("deleted", "1");
        world.deleted("deleted", "404");
        PATIENTLY.until(() -> lime.reads("deleted") >= 3);
        int partition = Partitions.of("deleted", World.PARTITIONS);
        assertThat(world.committed("deleted", partition)).isLessThan(2);
        lime.hideRecords("deleted", false);

        PATIENTLY.until(() -> ofOrigin("deleted", Origin.HINT).size() == 1);
        assertThat(ofOrigin("deleted", Origin.HINT).getFirst().getView()).isEqualTo(View.GONE);
        PATIENTLY.until(() -> world.committed("deleted", partition) >= 2);
    }

    @Test
    void goesOnWithItsHintsWhenTheFileOfAConnectionIsSaved() throws IOException {
        connection("saved", "lime");
        lime.fault("saved", Reason.NOT_AUTHORISED);
        Replica replica = start("saved", "a");
        PATIENTLY.until(() -> replica.standing("saved").startsWith("NOT_AUTHORISED"));
        world.hint("saved", "1");
        world.deleted("saved", "404");

        connection("saved", "erp");
        PATIENTLY.until(() -> lime.opened("saved") == 2);
        lime.fault("saved", null);

        PATIENTLY.until(() -> ofOrigin("saved", Origin.HINT).size() == 2);
        int partition = Partitions.of("saved", World.PARTITIONS);
        PATIENTLY.until(() -> world.committed("saved", partition) >= 2);
    }

    @Test
    void passesOverHintsThatNobodyCanReadAndReadsTheNext() throws IOException {
        connection("odd-hints", "lime");
        lime.change("odd-hints", 1, "Acme");
        start("odd-hints", "a");
        PATIENTLY.until(() -> ofOrigin("odd-hints", Origin.BASELINE).size() == 1);

        byte[] key = "odd-hints/hint/company/1".getBytes(StandardCharsets.UTF_8);
        world.send(new ProducerRecord<>(Topics.HINTS, key, new byte[] {9, 9}));
        world.send(new ProducerRecord<>(Topics.HINTS, key, null));
        world.hint("odd-hints", " ");
        world.hint("odd-hints", "1");

        PATIENTLY.until(() -> ofOrigin("odd-hints", Origin.HINT).size() == 1);
        int partition = Partitions.of("odd-hints", World.PARTITIONS);
        PATIENTLY.until(() -> world.committed("odd-hints", partition) >= 4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void losesNoEditWhenAStoredCursorCannotBeRead(boolean olderIsThere) throws IOException {
        String name = "odd-cursor-" + olderIsThere;
        connection(name, "lime");
        start(name, "a");
        awaitFollowed(name);
        lime.change(name, 1, "before");
        PATIENTLY.until(() -> ofOrigin(name, Origin.POLL).size() == 1);
        replicas.removeFirst().close();
        byte[] key = (name + "/cursor/lime.company.changes").getBytes(StandardCharsets.UTF_8);
        if (!olderIsThere) {
            world.send(new ProducerRecord<>(Topics.CURSORS, key, null));
        }
        RecordMetadata place = world.send(new ProducerRecord<>(Topics.CURSORS, key, ODD));

        lime.change(name, 2, "while nobody looked");
        start(name, "a");

        PATIENTLY.until(() -> ids(name).contains("2"));
        assertThat(world.deadLetters(name))
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.getReason()).isEqualTo("UNREADABLE");
                            assertThat(letter.getTopic()).isEqualTo(Topics.CURSORS);
                            assertThat(letter.getPartition()).isEqualTo(place.partition());
                            assertThat(letter.getOffset()).isEqualTo(place.offset());
                            assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap(key));
                            assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(ODD));
                        });
    }

    @Test
    void namesTheSameObservationTheSameHoweverItCame() throws IOException {
        connection("named", "lime");
        lime.change("named", 1, "Acme");
        start("named", "a");
        PATIENTLY.until(() -> ofOrigin("named", Origin.BASELINE).size() == 1);

        world.hint("named", "1");
        PATIENTLY.until(() -> ofOrigin("named", Origin.HINT).size() == 1);

        assertThat(world.events("named"))
                .filteredOn(event -> event.getView() == View.RECORD)
                .extracting(ChangeEvent::getEventId)
                .containsOnly(world.events("named").getFirst().getEventId());
    }

    @Test
    void letsOneFaultyConnectionHoldUpNoOther() throws IOException {
        connection("wrong-key", "lime");
        connection("right-key", "lime");
        lime.fault("wrong-key", Reason.NOT_AUTHORISED);
        Replica replica = start("faulty", "a");
        PATIENTLY.until(() -> replica.standing("wrong-key").startsWith("NOT_AUTHORISED"));
        awaitFollowed("right-key");

        lime.change("right-key", 1, "goes on");
        PATIENTLY.until(() -> ofOrigin("right-key", Origin.POLL).size() == 1);
        assertThat(world.events("wrong-key")).isEmpty();
        lime.fault("wrong-key", null);

        PATIENTLY.until(() -> replica.standing("wrong-key").equals("polled"));
    }

    @Test
    void sharesConnectionsWithAReplicaThatJoinsAndTakesThemBack() throws IOException {
        List<String> names = IntStream.range(0, 12).mapToObj(i -> "shared-" + i).toList();
        for (String name : names) {
            connection(name, "lime");
        }
        Replica first = start("sharing", "a");
        names.forEach(this::awaitFollowed);

        Replica second = start("sharing", "b");
        PATIENTLY.until(
                () ->
                        second.polled() > 0
                                && first.polled() > 0
                                && first.polled() + second.polled() == 12);
        changeEach(names, "shared");
        second.close();
        PATIENTLY.until(() -> first.polled() == 12);
        changeEach(names, "taken back");

        assertThat(first.ends()).isEmpty();
    }

    @Test
    void endsTheProcessWhoseNameAnotherOneHasTaken() throws IOException {
        connection("twin", "lime");
        Replica first = start("twins", "a");
        awaitFollowed("twin");

        Replica second = start("twins", "a");
        PATIENTLY.until(() -> !first.ends().isEmpty());
        lime.change("twin", 1, "by the second");

        PATIENTLY.until(() -> !ofOrigin("twin", Origin.POLL).isEmpty());
        assertThat(second.ends()).isEmpty();
    }

    @Test
    void losesNothingWhileTheBrokerIsAway() throws IOException {
        connection("away", "lime");
        Replica replica = start("away", "a");
        awaitFollowed("away");
        lime.change("away", 1, "before");
        PATIENTLY.until(() -> ofOrigin("away", Origin.POLL).size() == 1);

        world.broker().kill();
        IntStream.range(2, 9).forEach(id -> lime.change("away", id, "meanwhile"));
        world.broker().start();

        PATIENTLY.until(() -> ids("away").containsAll(List.of("2", "3", "4", "5", "6", "7", "8")));
        assertThat(replica.ends()).isEmpty();
    }

    /** Until it is noted where changes begin: what changes from then on is seen as a change. */
    private void awaitFollowed(String connection) {
        PATIENTLY.until(
                () ->
                        world.cursors(connection).stream()
                                .anyMatch(cursor -> cursor.getFeed().equals("changes")));
    }

    private void changeEach(List<String> names, String value) {
        names.forEach(name -> lime.change(name, 1, value));
        PATIENTLY.until(
                () ->
                        names.stream()
                                .allMatch(
                                        name ->
                                                ofOrigin(name, Origin.POLL).stream()
                                                        .anyMatch(event -> isNamed(event, value))));
    }

    private static boolean isNamed(ChangeEvent event, String value) {
        return value.equals(event.getFields().get("name"));
    }

    private Replica start(String service, String name) {
        Replica replica = Replica.start(service, name, lime, connections);
        replicas.add(replica);
        return replica;
    }

    private List<String> ids(String connection) {
        return world.events(connection).stream()
                .map(event -> event.getReference().getId())
                .toList();
    }

    private List<ChangeEvent> ofOrigin(String connection, Origin origin) {
        return world.events(connection).stream()
                .filter(event -> event.getOrigin() == origin)
                .toList();
    }

    private List<ChangeEvent> ofView(String connection, View view) {
        return world.events(connection).stream().filter(event -> event.getView() == view).toList();
    }

    private PollCursor lastCursor(String connection, String feed) {
        return world.cursors(connection).stream()
                .filter(cursor -> cursor.getFeed().equals(feed))
                .toList()
                .getLast();
    }

    private void connection(String name, String createFrom) throws IOException {
        Files.writeString(
                connections.resolve(name + ".yml"),
                """
                connection: %s
                mode: live
                lime: { url: "http://127.0.0.1:1/lime", api-key: "${KEY}" }
                erp: { system: fortnox, tenant: "%s", company: "556677-8899" }
                poll: { every: 1s, status: 1s }
                objects:
                  customer: { create-from: [%s], update-from: [lime] }
                """
                        .formatted(name, name, createFrom));
    }
}
