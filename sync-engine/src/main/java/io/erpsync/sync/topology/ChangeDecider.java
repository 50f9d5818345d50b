package io.erpsync.sync.topology;

import io.erpsync.model.CommandId;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Catalogue;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.ControlRequest;
import io.erpsync.schemas.message.Decision;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.message.Result;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.topics.HeaderText;
import io.erpsync.schemas.topics.Headers;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.schemas.value.AvroValues;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.meter.EngineMeters;
import io.erpsync.sync.meter.Standing;
import io.erpsync.sync.store.EngineStores;
import io.erpsync.sync.store.LinkEntry;
import io.erpsync.sync.translate.CatalogueTranslator;
import io.erpsync.sync.translate.ChangeTranslator;
import io.erpsync.sync.translate.ControlTranslator;
import io.erpsync.sync.translate.ReadCatalogue;
import io.erpsync.sync.translate.ReadChange;
import io.erpsync.sync.translate.ReadResult;
import io.erpsync.sync.translate.ResultTranslator;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Takes in one record of any source topic: decodes it, finds whose it is, and hands it on. */
final class ChangeDecider {

    private static final String MAPPING_ALERT = "mapping-customer";

    /** Why a record needed no decision, where nothing it holds says so. */
    private enum Other {
        CONNECTION_UNKNOWN,
        LINK_UNKNOWN,
        CATALOGUE
    }

    private final PatientCodec codec;
    private final EngineStores stores;
    private final Scenes scenes;
    private final Publisher publisher;
    private final LinkDesk desk;
    private final ChangeIntake changes;
    private final ControlIntake controls;
    private final ReleaseLoop releases;
    private final TroubleDesk troubles;
    private final AutoPauseDesk pauses;
    private final WaitingDesk waiting;

    ChangeDecider(
            PatientCodec codec,
            EngineStores stores,
            RuleBook rules,
            Publisher publisher,
            LinkIds ids,
            EngineMeters meters) {
        this.codec = codec;
        this.stores = stores;
        this.scenes = new Scenes(stores, rules);
        this.publisher = publisher;
        this.desk = new LinkDesk(stores, publisher, meters);
        this.changes = new ChangeIntake(stores, desk, ids);
        this.pauses = new AutoPauseDesk(stores, publisher);
        this.controls = new ControlIntake(stores, desk, new BrakeDesk(stores, publisher), pauses);
        this.releases = new ReleaseLoop(stores, scenes, desk);
        this.troubles = new TroubleDesk(stores, publisher);
        this.waiting = new WaitingDesk(stores.waiting(), codec, publisher, meters);
    }

    void take(Incoming incoming, Instant now) {
        switch (incoming.topic()) {
            case Topics.LIME_CHANGES -> change(incoming, Side.LIME, now);
            case Topics.ERP_CHANGES -> change(incoming, Side.ERP, now);
            case Topics.RESULTS -> result(incoming, now);
            case Topics.CONTROL -> control(incoming, now);
            case Topics.CATALOGUES -> catalogue(incoming, now);
            default ->
                    throw new IllegalArgumentException("no source is called " + incoming.topic());
        }
        stores.gates().write();
    }

    void tick(Instant now) {
        waiting.letIn(
                name -> scenes.of(name, ObjectType.CUSTOMER) != null,
                incoming -> take(incoming, now),
                now);
        releases.wake(now);
        stores.gates().write();
    }

    /** How every connection of this task stands. */
    List<Standing> standings() {
        return stores.gates().connections().stream()
                .map(
                        name ->
                                new Standing(
                                        name,
                                        stores.gates().get(name),
                                        stores.tallies().get(name),
                                        stores.catalogues().alert(name).isEmpty()))
                .toList();
    }

    /** What the record says; null once it was set aside, since nobody can understand it. */
    private <T extends SpecificRecord, M> @Nullable M read(
            Incoming incoming, Class<T> type, Function<T, M> translation, Instant now) {
        return switch (codec.decode(incoming.topic(), incoming.value(), type)) {
            case Decoded.Read<T>(T message) -> {
                try {
                    yield translation.apply(message);
                } catch (IllegalArgumentException notUnderstood) {
                    setAside(incoming, String.valueOf(notUnderstood.getMessage()), now);
                    yield null;
                }
            }
            case Decoded.Unreadable<T>(String words) -> {
                setAside(incoming, words, now);
                yield null;
            }
        };
    }

    private void setAside(Incoming incoming, String words, Instant now) {
        String key = DeadLetters.keyOfUnreadable(incoming);
        publisher.deadLetter(key, DeadLetters.unreadable(incoming, words, now), now);
        account(incoming, key, Decision.DEAD_LETTER, Reason.UNREADABLE, now);
    }

    /** The account of an event that no link was decided on for. */
    private void account(
            Incoming incoming, String key, Decision decision, Enum<?> reason, Instant now) {
        account(incoming, key, null, decision, reason, now);
    }

    private void account(
            Incoming incoming,
            String key,
            @Nullable RecordReference record,
            Decision decision,
            Enum<?> reason,
            Instant now) {
        HistoryEntry entry =
                HistoryEntry.newBuilder()
                        .setConnection(DeadLetters.connection(incoming))
                        .setLinkId(null)
                        .setReference(record == null ? null : AvroValues.toAvro(record))
                        .setEvent("Read")
                        .setSource(incoming.place())
                        .setDecision(decision)
                        .setReason(reason.name())
                        .setStatusBefore("")
                        .setStatusAfter("")
                        .setRulesVersion("")
                        .setCorrelationId(header(incoming, Headers.CORRELATION_ID))
                        .setCausationId("")
                        .setAt(now)
                        .build();
        publisher.history(entry, key, now);
        incoming.reckoning().decided(Account.Kind.valueOf(decision.name()), reason);
    }

    private void change(Incoming incoming, Side side, Instant now) {
        ReadChange change = read(incoming, ChangeEvent.class, ChangeTranslator::change, now);
        Scene scene = change == null ? null : scene(incoming, change.connection(), now);
        if (change == null || scene == null) {
            return;
        }
        LinkDesk.Cause cause = cause(incoming, change.eventId());
        if (changes.take(change, side, scene, cause, now)) {
            releases.release(scene.connection().name(), now);
        } else {
            account(
                    incoming,
                    incomingKey(incoming),
                    change.reference(),
                    Decision.SKIP,
                    change.view(),
                    now);
        }
    }

    private void result(Incoming incoming, Instant now) {
        ReadResult result =
                read(incoming, Result.class, message -> ResultTranslator.result(message, now), now);
        if (result == null) {
            settleUnreadable(incoming, now);
            return;
        }
        Scene scene = scene(incoming, result.connection(), now);
        if (scene != null) {
            settle(result, scene, incoming, now);
        }
    }

    /**
     * A result that cannot be read still frees its command, by the ids in its headers: as one of
     * unknown fate.
     */
    private void settleUnreadable(Incoming incoming, Instant now) {
        String link = header(incoming, Headers.LINK_ID);
        String command = header(incoming, Headers.COMMAND_ID);
        String system = header(incoming, Headers.SYSTEM);
        Scene scene = sceneOfHeaders(incoming);
        if (scene != null && !link.isBlank() && !command.isBlank() && !system.isBlank()) {
            Outcome lost = new Outcome.Unknown("the result could not be read");
            Event.Answered answered = new Event.Answered(new CommandId(command), lost, now, now);
            settle(
                    new ReadResult(
                            scene.connection().name(), new LinkId(link), side(system), answered),
                    scene,
                    incoming,
                    now);
        }
    }

    /** The link may be gone by now; the place in the gate is freed all the same. */
    private void settle(ReadResult result, Scene scene, Incoming incoming, Instant now) {
        ConnectionName connection = result.connection();
        Event.Answered answered = result.event();
        String command = answered.command().value();
        SystemName system =
                result.side() == Side.LIME ? SystemName.LIME : scene.connection().erpSystem();
        troubles.answered(
                connection, result.side(), system.value(), command, answered.outcome(), now);
        LinkEntry entry = stores.links().get(connection, result.link());
        if (entry == null) {
            account(incoming, incomingKey(incoming), Decision.SKIP, Other.LINK_UNKNOWN, now);
        } else {
            pauses.answered(entry.link(), answered, scene.connection());
            desk.decide(entry, answered, scene, cause(incoming, command), now);
        }
        releases.release(connection, now);
    }

    private void control(Incoming incoming, Instant now) {
        ControlRequest request =
                read(incoming, ControlRequest.class, ControlTranslator::understood, now);
        Scene scene =
                request == null
                        ? null
                        : scene(incoming, new ConnectionName(request.getConnection()), now);
        if (request == null || scene == null) {
            return;
        }
        int decided = controls.take(request, scene, cause(incoming, request.getRequestId()), now);
        if (decided == 0) {
            account(incoming, incomingKey(incoming), Decision.SKIP, request.getAction(), now);
        }
        releases.release(scene.connection().name(), now);
    }

    private void catalogue(Incoming incoming, Instant now) {
        ReadCatalogue catalogue =
                read(incoming, Catalogue.class, CatalogueTranslator::catalogue, now);
        if (catalogue == null) {
            return;
        }
        stores.catalogues().put(catalogue.connection(), catalogue.side(), catalogue.entry());
        account(incoming, incomingKey(incoming), Decision.SKIP, Other.CATALOGUE, now);
        Scene scene = scenes.of(catalogue.connection(), ObjectType.CUSTOMER);
        if (scene != null) {
            tellOfMapping(scene, now);
        }
        releases.release(catalogue.connection(), now);
    }

    /**
     * Null where the record waits, for its connection or for others of it. What a person asks of a
     * connection that there is not is answered at once.
     */
    private @Nullable Scene scene(Incoming incoming, ConnectionName connection, Instant now) {
        Scene scene = scenes.of(connection, ObjectType.CUSTOMER);
        if (scene == null && incoming.topic().equals(Topics.CONTROL)) {
            setAside(
                    incoming,
                    "there is no connection called '" + connection + "' in the connections folder",
                    now);
            return null;
        }
        if (scene == null || waiting.isAhead(connection, incoming)) {
            waiting.keep(incoming, connection, now);
            account(incoming, incomingKey(incoming), Decision.HOLD, Other.CONNECTION_UNKNOWN, now);
            return null;
        }
        tellOfMapping(scene, now);
        return scene;
    }

    /** One alert while the mapping does not fit, struck out when it does. */
    private void tellOfMapping(Scene scene, Instant now) {
        ConnectionName connection = scene.connection().name();
        if (scene.faults().equals(stores.catalogues().alert(connection))) {
            return;
        }
        stores.catalogues().alert(connection, scene.faults());
        // So that it is among the connections of this task, also before it has any work.
        stores.gates().put(connection, stores.gates().get(connection));
        String key = Alerts.key(connection, MAPPING_ALERT);
        publisher.deadLetter(
                key,
                scene.faults().isEmpty()
                        ? null
                        : Alerts.letter(
                                connection,
                                MAPPING_ALERT,
                                Reason.MAPPING_NOT_VALID,
                                scene.faults(),
                                now),
                now);
    }

    /** The scene that the headers of a record name; null where they name none. */
    private @Nullable Scene sceneOfHeaders(Incoming incoming) {
        String name = header(incoming, Headers.CONNECTION);
        return ConnectionName.isOne(name)
                ? scenes.of(new ConnectionName(name), ObjectType.CUSTOMER)
                : null;
    }

    private static Side side(String system) {
        return system.equals(SystemName.LIME.value()) ? Side.LIME : Side.ERP;
    }

    private static LinkDesk.Cause cause(Incoming incoming, String causation) {
        String correlation = header(incoming, Headers.CORRELATION_ID);
        return new LinkDesk.Cause(
                incoming, correlation.isEmpty() ? incoming.place() : correlation, causation);
    }

    private static String header(Incoming incoming, String name) {
        String value = HeaderText.get(incoming.headers(), name);
        return value == null ? "" : value;
    }

    private static String incomingKey(Incoming incoming) {
        byte[] key = incoming.key();
        return key == null
                ? incoming.place()
                : new String(key, java.nio.charset.StandardCharsets.UTF_8);
    }
}
