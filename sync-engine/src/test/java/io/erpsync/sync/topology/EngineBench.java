package io.erpsync.sync.topology;

import io.erpsync.connection.rules.Directions;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.message.Catalogue;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.ControlRequest;
import io.erpsync.schemas.message.Origin;
import io.erpsync.schemas.message.Outcome;
import io.erpsync.schemas.message.Result;
import io.erpsync.schemas.message.View;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.testing.StubRegistry;
import io.erpsync.schemas.topics.Keys;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.schemas.value.AvroValues;
import io.erpsync.sync.meter.EngineMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology on a bench: the test plays pollers and writers. */
final class EngineBench implements AutoCloseable {

    static final ConnectionName ACME = new ConnectionName("acme");

    /** Another customer's connection, open both ways, which goes on whatever happens to acme's. */
    static final ConnectionName BIRCH = new ConnectionName("birch");

    static final SystemName FORTNOX = new SystemName("fortnox");
    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StubRegistry registry = StubRegistry.start();
    private final MessageCodec codec;
    private final TopologyTestDriver driver;
    private final BenchFiles files;
    private Instant limeTime = START;
    private boolean stopped;

    EngineBench(Path stateDir) {
        this(stateDir, new Directions(Set.of(Side.LIME), Set.of(Side.LIME)));
    }

    /** A bench on which {@link #ACME} has these directions. */
    EngineBench(Path stateDir, Directions acme) {
        files = new BenchFiles(acme);
        Contract.schemaByTopic()
                .forEach((topic, schema) -> registry.register(topic + "-value", schema));
        codec = new MessageCodec(Map.of(SerdeKeys.URL, registry.url()));
        Topology topology =
                SyncTopology.build(
                        new Topology(),
                        new PatientCodec(codec),
                        files::of,
                        "bench",
                        new EngineMeters(meters),
                        // The order is that of the disk; opening nine stores there takes longer
                        // than a test.
                        Stores::inMemoryKeyValueStore);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology, settings, START);
    }

    /** The connections' files, which may change. */
    BenchFiles files() {
        return files;
    }

    /** Both sides say what they can do, and the lists of their records are empty and complete. */
    void bothSidesAreKnown() {
        bothSidesAreKnown(ACME);
    }

    void bothSidesAreKnown(ConnectionName connection) {
        catalogue(BenchMessages.ofLime(connection, null));
        catalogue(BenchMessages.ofErp(connection));
        listed(
                connection,
                Topics.LIME_CHANGES,
                new RecordReference(SystemName.LIME, "company", "*"));
        listed(connection, Topics.ERP_CHANGES, new RecordReference(FORTNOX, "customer", "*"));
    }

    private void listed(ConnectionName connection, String topic, RecordReference all) {
        send(
                topic,
                Keys.of(connection, all),
                BenchMessages.event(
                        connection, all, Map.of(), View.INDEX_LOADED, Origin.INDEX, START));
    }

    /** Lime's poller finds that a property is not there, or with null that all are. */
    void limeLacks(ConnectionName connection, @Nullable String property) {
        catalogue(BenchMessages.ofLime(connection, property));
    }

    private void catalogue(Catalogue catalogue) {
        send(
                Topics.CATALOGUES,
                Keys.ofCatalogue(
                        new ConnectionName(catalogue.getConnection()),
                        new SystemName(catalogue.getSystem()),
                        catalogue.getType()),
                catalogue);
    }

    /** Lime's poller sees a company; each look is a little later on Lime's clock. */
    void limeShows(String id, Map<String, @Nullable Object> fields) {
        limeShows(ACME, id, fields);
    }

    void limeShows(ConnectionName connection, String id, Map<String, @Nullable Object> fields) {
        limeTime = limeTime.plusMillis(10);
        RecordReference reference = new RecordReference(SystemName.LIME, "company", id);
        send(
                Topics.LIME_CHANGES,
                Keys.of(connection, reference),
                BenchMessages.event(
                        connection, reference, fields, View.RECORD, Origin.POLL, limeTime));
    }

    /** The ERP's poller sees a customer. */
    void erpShows(ConnectionName connection, String id, Map<String, @Nullable Object> fields) {
        limeTime = limeTime.plusMillis(10);
        RecordReference reference = new RecordReference(FORTNOX, "customer", id);
        send(
                Topics.ERP_CHANGES,
                Keys.of(connection, reference),
                BenchMessages.event(
                        connection, reference, fields, View.RECORD, Origin.POLL, limeTime));
    }

    /** An operator asks for something. */
    void asked(ConnectionName connection, ControlAction action) {
        ControlRequest request =
                ControlRequest.newBuilder()
                        .setRequestId("r-" + limeTime)
                        .setConnection(connection.value())
                        .setAction(action)
                        .setBy("test")
                        .setAt(START)
                        .build();
        send(Topics.CONTROL, Keys.ofControl(connection, request.getRequestId()), request);
    }

    /** Lime's poller states a company as it stood when the connection went live. */
    void limeStates(String id, Map<String, @Nullable Object> fields) {
        RecordReference reference = new RecordReference(SystemName.LIME, "company", id);
        send(
                Topics.LIME_CHANGES,
                Keys.of(ACME, reference),
                BenchMessages.event(
                        ACME, reference, fields, View.RECORD, Origin.BASELINE, limeTime));
    }

    /** The ERP's poller finds a customer in the list. */
    void erpLists(String number) {
        erpLists(number, Map.of());
    }

    /** The same, with its registration number. */
    void erpLists(String number, String registration) {
        RecordReference reference = new RecordReference(FORTNOX, "customer", number);
        send(
                Topics.ERP_CHANGES,
                Keys.of(ACME, reference),
                BenchMessages.event(
                        ACME,
                        reference,
                        Map.of("number", number, "registrationNumber", registration),
                        View.LISTED,
                        Origin.INDEX,
                        START));
    }

    /** The same, with what the list shows of the customer. */
    void erpLists(String number, Map<String, @Nullable Object> shown) {
        RecordReference reference = new RecordReference(FORTNOX, "customer", number);
        Map<String, @Nullable Object> row = Map.of("number", number);
        ChangeEvent listed =
                ChangeEvent.newBuilder(
                                BenchMessages.event(
                                        ACME, reference, row, View.LISTED, Origin.INDEX, START))
                        .setShown(shown)
                        .build();
        send(Topics.ERP_CHANGES, Keys.of(ACME, reference), listed);
    }

    /** Lime's poller finds the company gone. */
    void limeLost(String id) {
        limeTime = limeTime.plusMillis(10);
        RecordReference reference = new RecordReference(SystemName.LIME, "company", id);
        send(
                Topics.LIME_CHANGES,
                Keys.of(ACME, reference),
                BenchMessages.event(ACME, reference, Map.of(), View.GONE, Origin.POLL, limeTime));
    }

    /**
     * The writer carries out {@code command}; its target now holds {@code stored} under {@code id}.
     */
    void applied(Command command, String id, Map<String, @Nullable Object> stored) {
        limeTime = limeTime.plusMillis(10);
        RecordReference reference =
                new RecordReference(new SystemName(command.getSystem()), command.getType(), id);
        Result result =
                result(command, Outcome.APPLIED)
                        .setReference(AvroValues.toAvro(reference))
                        .setFields(stored)
                        .setWrittenAt(limeTime)
                        .build();
        send(
                Topics.RESULTS,
                Keys.of(new ConnectionName(command.getConnection()), reference),
                result);
    }

    void refused(Command command, String reason, String words) {
        refused(command, reason, null, words);
    }

    void refused(Command command, String reason, @Nullable String field, String words) {
        answer(
                command,
                result(command, Outcome.REFUSED)
                        .setReason(reason)
                        .setField(field)
                        .setWords(words)
                        .build());
    }

    /** The target's record is no more. */
    void absent(Command command) {
        answer(command, result(command, Outcome.ABSENT).build());
    }

    /** Nothing was written, for a reason of the whole connection. */
    void unavailable(Command command, String reason, String words) {
        answer(
                command,
                result(command, Outcome.UNAVAILABLE).setReason(reason).setWords(words).build());
    }

    /** No answer came; the first attempt began when the bench did. */
    void lost(Command command) {
        answer(
                command,
                result(command, Outcome.UNKNOWN).setWords("reset").setAttemptedAt(START).build());
    }

    private void answer(Command command, Result result) {
        send(Topics.RESULTS, keyOf(command), result);
    }

    static String keyOf(Command command) {
        return Keys.ofLink(
                new ConnectionName(command.getConnection()), new LinkId(command.getLinkId()));
    }

    private static Result.Builder result(Command command, Outcome outcome) {
        return Result.newBuilder()
                .setCommandId(command.getCommandId())
                .setConnection(command.getConnection())
                .setLinkId(command.getLinkId())
                .setSystem(command.getSystem())
                .setType(command.getType())
                .setAction(command.getAction())
                .setOutcome(outcome)
                .setWords("")
                .setFields(Map.of())
                .setAnsweredAt(START);
    }

    void sendBytes(String topic, @Nullable String key, byte @Nullable [] value) {
        sendBytes(topic, key, value, new RecordHeaders());
    }

    void sendBytes(
            String topic, @Nullable String key, byte @Nullable [] value, RecordHeaders headers) {
        byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        input(topic).pipeInput(new TestRecord<>(bytes, value, headers, START));
    }

    <T extends SpecificRecord> void send(String topic, String key, T message) {
        sendBytes(topic, key, codec.encode(topic, message));
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    MeterRegistry meters() {
        return meters;
    }

    void timePasses(Duration duration) {
        driver.advanceWallClockTime(duration);
    }

    /** What was sent to {@code topic} since the last call; a deletion shows as null. */
    <T extends SpecificRecord> List<@Nullable T> sent(String topic, Class<T> type) {
        return driver
                .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .<@Nullable T>map(
                        record -> record.value() == null ? null : read(topic, record.value(), type))
                .toList();
    }

    private <T extends SpecificRecord> T read(String topic, byte[] value, Class<T> type) {
        if (codec.decode(topic, value, type) instanceof Decoded.Read<T>(T message)) {
            return message;
        }
        throw new AssertionError("the engine wrote what nobody can read to " + topic);
    }

    /** All commands that were sent to that target since the last call. */
    List<Command> commandsTo(SystemName target) {
        List<Command> commands = new ArrayList<>();
        for (Command command : sent(Topics.commandsTo(target), Command.class)) {
            if (command != null) {
                commands.add(command);
            }
        }
        return commands;
    }

    /** The one command that was sent to that target since the last call. */
    Command commandTo(SystemName target) {
        List<@Nullable Command> commands = sent(Topics.commandsTo(target), Command.class);
        Command first = commands.size() == 1 ? commands.getFirst() : null;
        if (first == null) {
            throw new AssertionError("expected one command to " + target + ", got " + commands);
        }
        return first;
    }

    /** Ends the task; what was sent and counted can still be looked at. */
    void stop() {
        if (!stopped) {
            stopped = true;
            driver.close();
        }
    }

    @Override
    public void close() {
        stop();
        codec.close();
        registry.close();
    }
}
