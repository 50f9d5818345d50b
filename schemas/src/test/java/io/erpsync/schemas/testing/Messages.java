package io.erpsync.schemas.testing;

import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.Catalogue;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.ControlRequest;
import io.erpsync.schemas.message.DayValue;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.DecimalValue;
import io.erpsync.schemas.message.Decision;
import io.erpsync.schemas.message.FieldEntry;
import io.erpsync.schemas.message.FieldKind;
import io.erpsync.schemas.message.Hint;
import io.erpsync.schemas.message.HintSource;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.message.LinkState;
import io.erpsync.schemas.message.LostValue;
import io.erpsync.schemas.message.MatrixCell;
import io.erpsync.schemas.message.MomentValue;
import io.erpsync.schemas.message.Origin;
import io.erpsync.schemas.message.Outcome;
import io.erpsync.schemas.message.PollCursor;
import io.erpsync.schemas.message.Reference;
import io.erpsync.schemas.message.Result;
import io.erpsync.schemas.message.Urgency;
import io.erpsync.schemas.message.View;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** One example of each message, every field filled and every kind of value in it. */
public final class Messages {

    public static final Instant AT = Instant.parse("2026-11-23T08:15:30.123456Z");

    private Messages() {}

    public static ChangeEvent changeEvent() {
        return ChangeEvent.newBuilder()
                .setEventId("e-1")
                .setConnection("acme")
                .setReference(company())
                .setView(View.RECORD)
                .setOrigin(Origin.POLL)
                .setUrgency(Urgency.BACKGROUND)
                .setTechnicalId("t-1")
                .setFields(fields())
                .setShown(fields())
                .setAsOf(AT)
                .setObservedAt(AT.plusSeconds(1))
                .build();
    }

    public static Command command() {
        return Command.newBuilder()
                .setCommandId("c-1")
                .setConnection("acme")
                .setLinkId("l-1")
                .setSystem("fortnox")
                .setObjectType("customer")
                .setType("customer")
                .setAction(Action.UPDATE)
                .setId("7")
                .setFields(fields())
                .setCell(MatrixCell.UPDATE_FROM_LIME)
                .setAttemptedSince(AT)
                .setUrgency(Urgency.INTERACTIVE)
                .setIssuedAt(AT)
                .setRulesVersion("r-1")
                .build();
    }

    public static Result result() {
        return Result.newBuilder()
                .setCommandId("c-1")
                .setConnection("acme")
                .setLinkId("l-1")
                .setSystem("fortnox")
                .setType("customer")
                .setAction(Action.UPDATE)
                .setOutcome(Outcome.REFUSED)
                .setReason("INVALID_VALUE")
                .setField("Email")
                .setWords("Ogiltig e-postadress")
                .setRetryAfterMillis(1500L)
                .setReference(new Reference("fortnox", "customer", "7"))
                .setTechnicalId("t-7")
                .setFields(fields())
                .setWrittenAt(AT)
                .setAttemptedAt(AT)
                .setAnsweredAt(AT)
                .build();
    }

    private static ControlRequest controlRequest() {
        return ControlRequest.newBuilder()
                .setRequestId("q-1")
                .setConnection("acme")
                .setAction(ControlAction.REPLAY)
                .setLinkId("l-1")
                .setLimeId("1042")
                .setErpId("7")
                .setReason("INVALID_VALUE")
                .setBy("anna")
                .setAt(AT)
                .build();
    }

    private static Hint hint() {
        return new Hint("acme", company(), HintSource.WEBHOOK, AT, true);
    }

    private static PollCursor pollCursor() {
        return new PollCursor("acme", "lime", "company", "changes", "{\"id\":7}", true, AT);
    }

    private static Catalogue catalogue() {
        FieldEntry entry =
                new FieldEntry(
                        "name", "Namn", FieldKind.TEXT, 128, true, true, List.of("one", "two"));
        return Catalogue.newBuilder()
                .setConnection("acme")
                .setSystem("lime")
                .setObjectType("customer")
                .setType("company")
                .setFields(List.of(entry))
                .setEmptyClears(true)
                .setStoresLinkId(true)
                .setSettleMillis(60_000)
                .setRequestsPerSecond(4)
                .setAt(AT)
                .build();
    }

    private static LinkState linkState() {
        return LinkState.newBuilder()
                .setLinkId("l-1")
                .setConnection("acme")
                .setObjectType("customer")
                .setLime(company())
                .setErp(new Reference("fortnox", "customer", "7"))
                .setNumber("7")
                .setTechnicalId("t-7")
                .setStatus("synced")
                .setPhase("idle")
                .setReason("INVALID_VALUE")
                .setText("Ogiltig e-postadress")
                .setChangedAt(AT)
                .build();
    }

    private static HistoryEntry historyEntry() {
        return HistoryEntry.newBuilder()
                .setConnection("acme")
                .setLinkId("l-1")
                .setReference(company())
                .setEvent("LimeObserved")
                .setSource("lime.changes/3/17")
                .setDecision(Decision.COMMAND)
                .setReason("EDITED")
                .setCommandIds(List.of("c-1", "c-2"))
                .setStatusBefore("updatesmade")
                .setStatusAfter("inprocess")
                .setLost(List.of(new LostValue("erp", "Name", "Gammalt namn")))
                .setRulesVersion("r-1")
                .setCorrelationId("j-1")
                .setCausationId("e-1")
                .setAt(AT)
                .build();
    }

    private static DeadLetter deadLetter() {
        return DeadLetter.newBuilder()
                .setDeadLetterId("d-1")
                .setConnection("acme")
                .setLinkId("l-1")
                .setReference(company())
                .setReason("UNREADABLE")
                .setWords("the record does not start with 0")
                .setTopic("lime.changes")
                .setPartition(3)
                .setOffset(17)
                .setKey(bytes("acme/lime/company/1042"))
                .setValue(bytes("{}"))
                .setHeaders(Map.of("erpsync-link-id", bytes("l-1")))
                .setAt(AT)
                .build();
    }

    /** By the name of their schema. */
    public static Map<String, SpecificRecord> all() {
        Map<String, SpecificRecord> all = new TreeMap<>();
        for (SpecificRecord message :
                List.of(
                        changeEvent(),
                        command(),
                        result(),
                        controlRequest(),
                        hint(),
                        pollCursor(),
                        catalogue(),
                        linkState(),
                        historyEntry(),
                        deadLetter())) {
            all.put(message.getSchema().getName(), message);
        }
        return all;
    }

    private static Reference company() {
        return new Reference("lime", "company", "1042");
    }

    private static Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", "Åkes Bygg & Färg AB");
        fields.put("fax", null);
        fields.put("active", true);
        fields.put("employees", 12L);
        fields.put("creditlimit", new DecimalValue("-12.50"));
        fields.put("since", new DayValue(LocalDate.of(1999, 12, 31)));
        fields.put("visited", new MomentValue(AT));
        return fields;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
