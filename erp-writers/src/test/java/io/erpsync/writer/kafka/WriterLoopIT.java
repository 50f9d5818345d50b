package io.erpsync.writer.kafka;

import static io.erpsync.writer.Messages.creating;
import static io.erpsync.writer.Messages.updating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.Outcome;
import io.erpsync.schemas.message.Result;
import io.erpsync.schemas.topics.HeaderText;
import io.erpsync.schemas.topics.Headers;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.writer.World;
import io.erpsync.writer.execute.Bookmark;
import io.erpsync.writer.execute.Examples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class WriterLoopIT {

    private static final ConditionFactory PATIENTLY =
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));

    private final World world = World.get();
    private final ScriptedExecutor executor = new ScriptedExecutor();
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final List<WriterLoop> loops = new ArrayList<>();
    private String connection = "";

    @BeforeEach
    void name(TestInfo test) {
        connection = "c" + Integer.toUnsignedString(test.getDisplayName().hashCode());
    }

    @AfterEach
    void stop() {
        loops.forEach(WriterLoop::close);
    }

    @Test
    void sendsResultAndOffsetTogether() {
        start("writer-0", World.PARTITIONS);

        RecordMetadata sent = world.send(creating(connection, "a", "Åkes Bygg"));

        PATIENTLY.until(() -> world.committed(sent).offset() == sent.offset() + 1);
        Result result = onlyResult();
        assertThat(result.getCommandId()).isEqualTo("a-create");
        assertThat(result.getAction()).isEqualTo(Action.CREATE);
        assertThat(result.getOutcome()).isEqualTo(Outcome.APPLIED);
        assertThat(result.getReference().getId()).isEqualTo("a-create");
        assertThat(result.getFields()).isEqualTo(Map.of("Name", "Åkes Bygg"));
        assertThat(result.getWrittenAt()).isEqualTo(Examples.NOON);
        assertThat(result.getAttemptedAt()).isEqualTo(Examples.NOON);
        var record = world.records(Topics.RESULTS).getLast();
        assertThat(new String(record.key(), StandardCharsets.UTF_8))
                .isEqualTo(connection + "/fortnox/customer/a");
        assertThat(HeaderText.get(record.headers(), Headers.CORRELATION_ID)).isEqualTo("journey");
        assertThat(HeaderText.get(record.headers(), Headers.CAUSATION_ID)).isEqualTo("a-create");
    }

    @Test
    void keepsTheOrderOfOneObjectWhateverItsKeys() {
        executor.hold("a-create");
        start("writer-0", World.PARTITIONS);

        world.send(creating(connection, "a", "first"));
        world.send(updating(connection, "a", "1001", "second"));
        world.send(creating(connection, "b", "other"));

        PATIENTLY.until(() -> world.answered(connection).contains("b-create"));
        assertThat(executor.begun).containsExactlyInAnyOrder("a-create", "b-create");

        executor.letGo("a-create");
        PATIENTLY.until(() -> world.answered(connection).size() == 3);
        assertThat(world.answered(connection)).containsExactly("b-create", "a-create", "a-update");
    }

    @Test
    void executesNoAnsweredCommandAgainAfterARestart() {
        executor.hold("a-create");
        WriterLoop killed = start("writer-0", World.PARTITIONS);
        RecordMetadata first = world.send(creating(connection, "a", "A"));
        RecordMetadata second = world.send(creating(connection, "b", "B"));
        world.send(creating(connection, "c", "C"));
        PATIENTLY.until(() -> world.answered(connection).size() == 2);

        killed.close();
        OffsetAndMetadata left = world.committed(first);
        executor.begun.clear();
        executor.letGo("a-create");
        start("writer-0", World.PARTITIONS);

        PATIENTLY.until(() -> world.answered(connection).contains("a-create"));
        assertThat(executor.begun).containsExactly("a-create again");
        assertThat(world.answered(connection)).containsExactly("b-create", "c-create", "a-create");
        assertThat(left.offset()).isEqualTo(first.offset());
        assertThat(Objects.requireNonNull(Bookmark.read(left.offset(), left.metadata())).answered())
                .contains(second.offset());
    }

    @Test
    void knowsThatNobodyBeganWhatCameWhileNobodyRan() {
        start("writer-0", World.PARTITIONS);
        world.send(creating(connection, "a", "A"));
        PATIENTLY.until(() -> world.answered(connection).size() == 1);
        loops.removeLast().close();
        world.send(creating(connection, "b", "B"));

        start("writer-0", World.PARTITIONS);
        PATIENTLY.until(() -> world.answered(connection).size() == 2);

        assertThat(executor.begun).containsExactly("a-create", "b-create");
    }

    @Test
    void setsAsideWhatItCannotReadAndSettlesIt() {
        start("writer-0", World.PARTITIONS);
        byte[] garbage = {9, 8, 7, 6, 5, 4, 3};

        RecordMetadata sent = world.send(creating(connection, "a", "A"), garbage);

        PATIENTLY.until(() -> world.committed(sent).offset() > sent.offset());
        Result result = onlyResult();
        assertThat(result.getOutcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.getReason()).isEqualTo("UNREADABLE");
        assertThat(result.getLinkId()).isEqualTo("a");
        assertThat(result.getType()).isEqualTo("customer");
        assertThat(result.getAction()).isEqualTo(Action.CREATE);
        PATIENTLY.until(() -> !world.deadLetters(connection).isEmpty());
        DeadLetter letter = world.deadLetters(connection).getFirst();
        assertThat(letter.getReason()).isEqualTo("UNREADABLE");
        assertThat(letter.getOffset()).isEqualTo(sent.offset());
        assertThat(letter.getValue().array()).isEqualTo(garbage);
        assertThat(letter.getHeaders()).containsKey(Headers.LINK_ID);
        assertThat(executor.begun).isEmpty();
    }

    @Test
    void readsNoFurtherThanItCanMark() {
        executor.hold("first-create");
        start("writer-0", World.PARTITIONS);
        world.send(creating(connection, "first", "F"));
        int more = Bookmark.SPAN + 50;
        world.sendAll(
                IntStream.range(0, more)
                        .mapToObj(link -> creating(connection, "l" + link, "N"))
                        .toList());

        // Commands outside a transaction leave no gaps, so the span is exact.
        PATIENTLY.until(() -> executor.begun.size() == Bookmark.SPAN);
        PATIENTLY.until(() -> world.answered(connection).size() == Bookmark.SPAN - 1);
        assertThat(executor.begun).hasSize(Bookmark.SPAN);

        executor.letGo("first-create");
        PATIENTLY.until(() -> executor.begun.size() == more + 1);
        PATIENTLY.until(() -> world.answered(connection).size() == more + 1);
        assertThat(executor.begun).doesNotHaveDuplicates();
    }

    @Test
    void endsWhenAnotherProcessRunsUnderItsName() {
        start("writer-0", World.PARTITIONS);

        start("writer-0", World.PARTITIONS);
        world.send(creating(connection, "a", "A"));

        PATIENTLY.until(() -> !ends.isEmpty());
        assertThat(ends.getFirst()).contains("another process runs under");
        PATIENTLY.until(() -> world.answered(connection).equals(List.of("a-create")));
    }

    @Test
    void sharesThePartitionsWithAnotherReplica() {
        start("writer-0", World.PARTITIONS);
        PATIENTLY.until(() -> states.getFirst().assignedPartitions() == World.PARTITIONS);

        start("writer-1", World.PARTITIONS);

        PATIENTLY.until(
                () ->
                        states.stream().allMatch(s -> s.isReady() && s.assignedPartitions() > 0)
                                && states.stream().mapToInt(WriterState::assignedPartitions).sum()
                                        == World.PARTITIONS);
        for (int link = 0; link < 20; link++) {
            world.send(creating(connection + "-" + link, "a", "A"));
        }
        for (int link = 0; link < 20; link++) {
            String one = connection + "-" + link;
            PATIENTLY.until(() -> world.answered(one).equals(List.of("a-create")));
        }
        // The second is a member for good: without it, a later test waits for its session to end.
        loops.removeLast().close();
        PATIENTLY.until(() -> states.getFirst().assignedPartitions() == World.PARTITIONS);
    }

    @Test
    void refusesToRunOnAnotherPartitionCount() {
        start("writer-0", World.PARTITIONS + 1);

        PATIENTLY.until(() -> !ends.isEmpty());
        assertThat(ends.getFirst()).contains("erpsync.partitions=4", "3 partitions");
    }

    @Test
    void waitsVisiblyForABrokerThatIsNotThere() {
        WriterLoop loop = loop("writer-0", "127.0.0.1:1", World.PARTITIONS);
        loop.start();

        PATIENTLY.until(() -> states.getFirst().troubles().containsKey("broker"));
        assertThat(ends).isEmpty();
        assertThat(states.getFirst().isReady()).isFalse();
    }

    private final List<WriterState> states = new CopyOnWriteArrayList<>();

    private Result onlyResult() {
        PATIENTLY.until(() -> world.results(connection).size() == 1);
        return world.results(connection).getFirst();
    }

    private WriterLoop start(String replica, int partitions) {
        WriterLoop loop = loop(replica, world.bootstrapServers(), partitions);
        loop.start();
        WriterState state = states.getLast();
        PATIENTLY.until(() -> state.isReady() || !ends.isEmpty());
        return loop;
    }

    private WriterLoop loop(String replica, String bootstrapServers, int partitions) {
        GroupSettings settings =
                new GroupSettings(
                        bootstrapServers,
                        Map.of(),
                        world.codecSettings(),
                        Examples.FORTNOX,
                        replica,
                        partitions,
                        500,
                        Duration.ZERO);
        WriterState state = new WriterState();
        states.add(state);
        WriterLoop loop =
                new WriterLoop(
                        settings, executor, new Membership(System::nanoTime), state, ends::add);
        loops.add(loop);
        return loop;
    }
}
