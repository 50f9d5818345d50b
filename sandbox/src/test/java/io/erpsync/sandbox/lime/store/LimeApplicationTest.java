package io.erpsync.sandbox.lime.store;

import static io.erpsync.sandbox.lime.store.Lime.PERSON;
import static io.erpsync.sandbox.lime.store.Lime.SYNC;
import static io.erpsync.sandbox.lime.store.Lime.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.sandbox.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimeApplicationTest {

    private static final String COMPANY = "company";

    private final Ledger ledger = new Ledger();
    private final LimeApplication lime = Lime.application(ledger);

    @Test
    void refusesWhatTheMetadataDoesNotAllowAndNamesTheProperty() {
        assertRefused(body("name", ""), "name");
        assertRefused(body("phone", "1"), "name");
        assertRefused(body("name", null), "name");
        assertRefused(body("name", "x".repeat(201)), "200");
        assertRefused(body("name", "x", "invoicezipcode", "12345678901"), "invoicezipcode");
        assertRefused(body("name", "x", "nosuch", "1"), "nosuch");
        assertRefused(body("name", "x", "buyingstatus", "nosuch"), "buyingstatus");
        assertRefused(body("name", "x", "buyingstatus", ""), "buyingstatus");
        assertRefused(body("name", "x", "buyingstatus", Map.of("id", 553002)), "buyingstatus");
        assertRefused(body("name", "x", "inactive", "yes"), "inactive");
        assertRefused(body("name", "x", "creditlimit", "1"), "creditlimit");
        assertRefused(body("name", "x", "coworker", 99), "coworker");
        assertRefused(body("name", "x", "person", List.of()), "person");
        assertRefused(body("name", "x", "erp_firstsynced", "yesterday"), "erp_firstsynced");
        assertThat(ledger.entries()).isEmpty();
        assertThat(lime.all(COMPANY, null)).isEmpty();
    }

    @Test
    void takesAWholeRecordBackAndIgnoresItsSystemProperties() {
        LimeObject created = create(body("name", "A", "buyingstatus", "active"));

        LimeObject after =
                update(
                        PERSON,
                        created,
                        body(
                                "_id",
                                7,
                                "_links",
                                Map.of(),
                                "name",
                                "B",
                                "buyingstatus",
                                Map.of("id", 1, "key", "prospect", "text", "P")));

        assertThat(after.id()).isEqualTo(created.id());
        assertThat(after.value("buyingstatus")).isEqualTo("prospect");
    }

    @Test
    void recomputesTheHiddenTextOnEverySave() {
        LimeObject created = create(body("name", "A", "pricelist", "a", "pricelist_text", "lie"));

        assertThat(created.text("pricelist_text")).isEqualTo("A");
        assertThat(update(PERSON, created, body("pricelist", "b")).text("pricelist_text"))
                .isEqualTo("B");
        assertThat(update(PERSON, created, body("pricelist", null)).text("pricelist_text"))
                .isEmpty();
    }

    @Test
    void walksARecordThroughItsFirstSyncAndRemembersEveryStatus() {
        LimeObject created = create(body("name", "A"));

        update(PERSON, created, body("erp_status", "readyforfirstsync"));
        update(SYNC, created, body("erp_status", "inprocess"));
        update(SYNC, created, body("erp_status", "synced", "erp_id", "1001"));
        update(PERSON, created, body("phone", "1"));

        assertThat(lime.statusHistory(COMPANY, created.id()))
                .extracting(entry -> entry.status() + " by " + entry.setter())
                .containsExactly(
                        "empty by 3701",
                        "readyforfirstsync by 3701",
                        "inprocess by 2701",
                        "synced by 2701",
                        "updatesmade by trigger");
        assertThat(ledger.entries()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErpStatus.class,
            names = {"SYNCED", "ERROR"})
    void flipsTheStatusWhenAPersonChangesAWatchedProperty(ErpStatus status) {
        LimeObject seeded = seeded(status);

        LimeObject after = update(PERSON, seeded, body("phone", "1"));

        assertThat(after.text("erp_status")).isEqualTo("updatesmade");
    }

    @ParameterizedTest
    @EnumSource(
            value = ErpStatus.class,
            names = {"EMPTY", "READYFORFIRSTSYNC", "UPDATESMADE", "INPROCESS"})
    void flipsNoOtherStatus(ErpStatus status) {
        LimeObject seeded = seeded(status);

        LimeObject after = update(PERSON, seeded, body("phone", "1"));

        assertThat(after.text("erp_status")).isEqualTo(status.key());
        assertThat(lime.statusHistory(COMPANY, seeded.id())).hasSize(1);
    }

    @Test
    void flipsNothingForTheSyncUserNorForAnUnchangedOrUnwatchedProperty() {
        LimeObject seeded = seeded(ErpStatus.SYNCED);

        update(SYNC, seeded, body("phone", "2"));
        update(PERSON, seeded, body("phone", "2"));
        LimeObject after = update(PERSON, seeded, body("visitingcity", "Lund"));

        assertThat(after.text("erp_status")).isEqualTo("synced");
    }

    @Test
    void flipsWhileInProcessOnlyWhenSwitchedSo() {
        LimeObject seeded = seeded(ErpStatus.INPROCESS);
        lime.switches(new LimeSwitches(true, true, true, false, false, false, Set.of("phone")));

        LimeObject after = update(PERSON, seeded, body("phone", "1"));

        assertThat(after.text("erp_status")).isEqualTo("updatesmade");
        assertThat(lime.statusHistory(COMPANY, seeded.id()).getLast().setter())
                .isEqualTo("trigger");
    }

    @Test
    void flipsNothingWhereNoTriggerIsInstalled() {
        LimeObject seeded = seeded(ErpStatus.SYNCED);
        lime.switches(new LimeSwitches(false, false, true, false, false, false, Set.of("phone")));

        LimeObject after = update(PERSON, seeded, body("phone", "1"));

        assertThat(after.text("erp_status")).isEqualTo("synced");
    }

    @Test
    void refusesAnIllegalMoveAndNamesBothEnds() {
        LimeObject seeded = seeded(ErpStatus.READYFORFIRSTSYNC);

        assertThatThrownBy(() -> update(SYNC, seeded, body("erp_status", "synced")))
                .hasMessageContaining("readyforfirstsync")
                .hasMessageContaining("synced");
        assertThat(ledger.entries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ErpStatus.class)
    void letsAPersonTakeARecordOutOfTheSync(ErpStatus status) {
        LimeObject seeded = seeded(status);

        LimeObject after = update(PERSON, seeded, body("erp_id", "", "erp_status", "empty"));

        assertThat(after.text("erp_status")).isEqualTo("empty");
        assertThat(after.text("erp_id")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", ""})
    void emptiesNoStatusByItselfNorForTheSyncUser(String number) {
        LimeObject seeded = seeded(ErpStatus.SYNCED);

        assertThatThrownBy(() -> update(PERSON, seeded, body("erp_status", "empty")))
                .isInstanceOf(LimeRefusal.class)
                .hasMessageContaining("synced to empty");
        assertThatThrownBy(
                        () -> update(SYNC, seeded, body("erp_status", "empty", "erp_id", number)))
                .isInstanceOf(LimeRefusal.class)
                .hasMessageContaining("synced to empty");
    }

    @Test
    void takesARecordArrivingFromTheErpFromTheSyncUserOnly() {
        Map<String, @Nullable Object> arriving =
                body("name", "A", "erp_id", "7", "erp_status", "synced");

        assertThat(lime.create(SYNC, COMPANY, arriving).text("erp_status")).isEqualTo("synced");
        assertThatThrownBy(() -> lime.create(PERSON, COMPANY, arriving))
                .isInstanceOf(LimeRefusal.class);
    }

    @Test
    void releasesThoseWhoBelongedToADeletedRecord() {
        LimeObject company = create(body("name", "A"));
        LimeObject person =
                lime.create(PERSON, "person", body("name", "P", "company", (int) company.id()));

        lime.delete(PERSON, COMPANY, company.id());

        assertThat(lime.require("person", person.id(), null).value("company")).isNull();
        assertThatThrownBy(() -> lime.require(COMPANY, company.id(), null))
                .isInstanceOf(LimeRefusal.class);
    }

    @Test
    void losesNoWriteOfManyThreads() throws InterruptedException {
        LimeObject created = create(body("name", "A"));

        List<Thread> threads =
                IntStream.range(0, 8)
                        .mapToObj(_ -> Thread.startVirtualThread(() -> writeOften(created)))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(lime.all(COMPANY, null)).hasSize(401);
        assertThat(ledger.entries()).hasSize(801);
    }

    private void writeOften(LimeObject object) {
        for (int i = 0; i < 50; i++) {
            create(body("name", "N" + i));
            update(PERSON, object, body("phone", "" + i));
        }
    }

    private LimeObject seeded(ErpStatus status) {
        return lime.seed(
                COMPANY, body("name", "A", "erp_id", "1001", "erp_status", status.key()), 1);
    }

    private LimeObject create(Map<String, @Nullable Object> body) {
        return lime.create(PERSON, COMPANY, body);
    }

    private LimeObject update(
            LimeUser user, LimeObject object, Map<String, @Nullable Object> body) {
        return lime.update(user, COMPANY, object.id(), body);
    }

    private void assertRefused(Map<String, @Nullable Object> body, String naming) {
        assertThatThrownBy(() -> create(body))
                .isInstanceOf(LimeRefusal.class)
                .hasMessageContaining(naming);
    }
}
