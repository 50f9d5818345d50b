package io.erpsync.sync.topology;

import static io.erpsync.sync.topology.EngineBench.ACME;
import static io.erpsync.sync.topology.EngineBench.BIRCH;
import static io.erpsync.sync.topology.EngineBench.FORTNOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.Catalogue;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.ControlRequest;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.DecimalValue;
import io.erpsync.schemas.message.Decision;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.message.Origin;
import io.erpsync.schemas.message.Outcome;
import io.erpsync.schemas.message.Reference;
import io.erpsync.schemas.message.Result;
import io.erpsync.schemas.message.View;
import io.erpsync.schemas.topics.HeaderText;
import io.erpsync.schemas.topics.Headers;
import io.erpsync.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can read, or understand, is set aside whole, and everything else goes on. */
class UnreadableRecordsTest {

    private static final RecordReference COMPANY =
            new RecordReference(SystemName.LIME, "company", "1");
    private static final Map<String, @Nullable Object> PRESSED =
            Map.of("name", "Nordlys AB", "phone", "1", "erp_status", "readyforfirstsync");
    private static final Map<String, @Nullable Object> IN_PROCESS =
            Map.of("name", "Nordlys AB", "phone", "1", "erp_status", "inprocess");

    @TempDir Path stateDir = Path.of("");
    private @Nullable EngineBench opened;

    @BeforeEach
    void open() {
        opened = new EngineBench(stateDir);
        opened.bothSidesAreKnown();
        opened.bothSidesAreKnown(BIRCH);
        opened.sent(Topics.HISTORY, HistoryEntry.class);
    }

    @AfterEach
    void close() {
        bench().close();
    }

    private EngineBench bench() {
        return Objects.requireNonNull(opened);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Topics.LIME_CHANGES,
                Topics.ERP_CHANGES,
                Topics.RESULTS,
                Topics.CONTROL,
                Topics.CATALOGUES
            })
    void keepsBytesAndPlaceOfARecordThatNobodyCanRead(String topic) {
        byte[] garbage = {9, 9};

        bench().sendBytes(topic, "acme/lime/company/1", garbage);

        DeadLetter letter = onlyLetter();
        assertThat(letter.getReason()).isEqualTo("UNREADABLE");
        assertThat(letter.getConnection()).isEqualTo("acme");
        assertThat(letter.getDeadLetterId())
                .isEqualTo(topic + "/" + letter.getPartition() + "/" + letter.getOffset());
        assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(garbage));
        assertThat(letter.getWords()).isNotBlank();
        isAccountedForOnceAndAllGoOn(letter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Topics.LIME_CHANGES,
                Topics.ERP_CHANGES,
                Topics.RESULTS,
                Topics.CONTROL,
                Topics.CATALOGUES
            })
    void takesARecordWithoutAValueForUnreadable(String topic) {
        bench().sendBytes(topic, "acme/lime/company/1", null);

        DeadLetter letter = onlyLetter();
        assertThat(letter.getWords()).isEqualTo("the record has no value");
        isAccountedForOnceAndAllGoOn(letter);
    }

    static Stream<Arguments> notUnderstood() {
        return Stream.of(
                Arguments.of(
                        Topics.LIME_CHANGES,
                        change("acme", Map.of("name", new DecimalValue("12,5")), View.RECORD),
                        "field name: not a decimal number"),
                Arguments.of(
                        Topics.LIME_CHANGES,
                        change("acme", PRESSED, View.UNRECOGNISED),
                        "it is a kind of observation ('view') that this version does not know"),
                Arguments.of(
                        Topics.ERP_CHANGES,
                        change("Acme AB", PRESSED, View.RECORD),
                        "connection 'Acme AB': a name is a-z, 0-9 and hyphen, at most 60, and"
                                + " starts with a letter"),
                Arguments.of(
                        Topics.CONTROL,
                        ControlRequest.newBuilder(request(ControlAction.PAUSE, null))
                                .setConnection("cedar")
                                .build(),
                        "there is no connection called 'cedar' in the connections folder"),
                Arguments.of(
                        Topics.RESULTS,
                        result("l-1-1")
                                .setReference(new Reference("lime", "company", " "))
                                .setWrittenAt(EngineBench.START)
                                .build(),
                        "a record reference needs a type and an id, got 'company/ '"),
                Arguments.of(Topics.RESULTS, result("").build(), "a command id is not blank"),
                Arguments.of(
                        Topics.CONTROL,
                        request(ControlAction.UNRECOGNISED, null),
                        "connection acme is asked for something that this version does not know"),
                Arguments.of(
                        Topics.CONTROL,
                        request(ControlAction.SEND_NOW, " "),
                        "its limeId is blank"),
                Arguments.of(
                        Topics.CATALOGUES,
                        catalogue("Lime CRM"),
                        "system 'Lime CRM': a name is a-z and 0-9, at most 40, and starts with a"
                                + " letter"));
    }

    @ParameterizedTest
    @MethodSource("notUnderstood")
    void setsAsideWhatCanBeReadAndNotUnderstood(
            String topic, SpecificRecord message, String words) {
        bench().send(topic, "acme/lime/company/1", message);

        DeadLetter letter = onlyLetter();
        assertThat(letter.getWords()).isEqualTo(words);
        assertThat(letter.getTopic()).isEqualTo(topic);
        isAccountedForOnceAndAllGoOn(letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz/lime/company/1", "", "no parts", "Å b/c"})
    void standsAnyKey(String key) {
        bench().sendBytes(Topics.LIME_CHANGES, key, new byte[] {9, 9});

        isAccountedForOnceAndAllGoOn(onlyLetter());
    }

    @Test
    void standsAMissingKey() {
        bench().sendBytes(Topics.CONTROL, null, new byte[] {9, 9});

        isAccountedForOnceAndAllGoOn(onlyLetter());
    }

    @Test
    void freesTheCommandOfAResultThatNobodyCanRead() {
        bench().limeShows("1042", PRESSED);
        bench().applied(bench().commandTo(SystemName.LIME), "1042", IN_PROCESS);
        Command create = bench().commandTo(FORTNOX);
        RecordHeaders headers = new RecordHeaders();
        HeaderText.put(headers, Headers.CONNECTION, create.getConnection());
        HeaderText.put(headers, Headers.LINK_ID, create.getLinkId());
        HeaderText.put(headers, Headers.COMMAND_ID, create.getCommandId());
        HeaderText.put(headers, Headers.SYSTEM, create.getSystem());

        bench().sendBytes(Topics.RESULTS, EngineBench.keyOf(create), new byte[] {9, 9}, headers);

        assertThat(onlyLetter().getReason()).isEqualTo("UNREADABLE");
        bench().timePasses(Duration.ofSeconds(61));
        Command again = bench().commandTo(FORTNOX);
        assertThat(again.getAction()).isEqualTo(Action.CREATE);
        assertThat(again.getAttemptedSince()).isNotNull();
    }

    @Test
    void standsHeadersThatNameNoConnection() {
        RecordHeaders headers = new RecordHeaders();
        HeaderText.put(headers, Headers.CONNECTION, "Acme AB");
        HeaderText.put(headers, Headers.LINK_ID, "l");
        HeaderText.put(headers, Headers.COMMAND_ID, "l-1");
        HeaderText.put(headers, Headers.SYSTEM, "fortnox");

        bench().sendBytes(Topics.RESULTS, "acme/link/l", new byte[] {9, 9}, headers);

        isAccountedForOnceAndAllGoOn(onlyLetter());
    }

    private DeadLetter onlyLetter() {
        List<@Nullable DeadLetter> letters = bench().sent(Topics.DEAD_LETTERS, DeadLetter.class);
        assertThat(letters).hasSize(1);
        return Objects.requireNonNull(letters.getFirst());
    }

    private void isAccountedForOnceAndAllGoOn(DeadLetter letter) {
        assertThat(bench().sent(Topics.HISTORY, HistoryEntry.class))
                .singleElement()
                .returns(Decision.DEAD_LETTER, HistoryEntry::getDecision)
                .returns("UNREADABLE", HistoryEntry::getReason)
                .returns(letter.getDeadLetterId(), HistoryEntry::getSource);
        bench().limeShows(ACME, "1042", PRESSED);
        assertThat(bench().commandTo(SystemName.LIME).getConnection()).isEqualTo("acme");
        bench().limeShows(BIRCH, "1042", PRESSED);
        assertThat(bench().commandTo(SystemName.LIME).getConnection()).isEqualTo("birch");
    }

    private static ChangeEvent change(
            String connection, Map<String, @Nullable Object> fields, View view) {
        ChangeEvent event =
                BenchMessages.event(ACME, COMPANY, fields, view, Origin.POLL, EngineBench.START);
        return ChangeEvent.newBuilder(event).setConnection(connection).build();
    }

    private static Result.Builder result(String command) {
        return Result.newBuilder()
                .setCommandId(command)
                .setConnection("acme")
                .setLinkId("l-1")
                .setSystem("lime")
                .setType("company")
                .setAction(Action.UPDATE)
                .setOutcome(Outcome.APPLIED)
                .setWords("")
                .setFields(Map.of())
                .setAnsweredAt(EngineBench.START);
    }

    private static ControlRequest request(ControlAction action, @Nullable String limeId) {
        return ControlRequest.newBuilder()
                .setRequestId("r-1")
                .setConnection("acme")
                .setAction(action)
                .setLimeId(limeId)
                .setBy("test")
                .setAt(EngineBench.START)
                .build();
    }

    private static Catalogue catalogue(String system) {
        return Catalogue.newBuilder()
                .setConnection("acme")
                .setSystem(system)
                .setObjectType("customer")
                .setType("company")
                .setFields(List.of())
                .setEmptyClears(true)
                .setStoresLinkId(false)
                .setSettleMillis(60_000)
                .setRequestsPerSecond(5)
                .setAt(EngineBench.START)
                .build();
    }
}
