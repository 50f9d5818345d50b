package io.erpsync.system.judge;

import static io.erpsync.system.judge.Story.PERSON;
import static io.erpsync.system.judge.Story.SERVICES;
import static io.erpsync.system.judge.Story.broken;
import static io.erpsync.system.judge.Story.phone;
import static io.erpsync.system.judge.Story.sentAgain;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.system.Directions;
import io.erpsync.system.evidence.Fate;
import io.erpsync.system.evidence.LoggedSecret;
import io.erpsync.system.evidence.Restart;
import io.erpsync.system.evidence.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each guarantee is broken in a made-up run, and the judge says which. */
class JudgeTest {

    private static final Directions STANDARD = Directions.STANDARD;
    private static final Directions KEPT_BY_ERP = Directions.CREATED_IN_LIME_KEPT_BY_ERP;

    @Test
    void findsNothingInARunAsItShouldBe() {
        Story story = sentAgain().inErp(SERVICES, "9", Map.of("Phone1", "2")).answered("1", "9");

        assertThat(Judge.findings(story.run())).isEmpty();
    }

    @Test
    void namesGuaranteeSeedConnectionAndRecord() {
        assertThat(Judge.findings(sentAgain().answered("1", "9").run()))
                .first()
                .asString()
                .startsWith(
                        "guarantee 1, seed 7, made-up 1 = 9: phone: '2' in Lime, '1' in the ERP");
    }

    @Test
    void seesAnEditOfLimeThatIsLost() {
        assertThat(broken(sentAgain().answered("1", "9"))).containsExactly(1);
    }

    @Test
    void seesAnEditOfLimeThatIsOverwrittenThere() {
        Story story =
                sentAgain()
                        .inErp(SERVICES, "9", Map.of("Phone1", "2"))
                        .answered("1", "9")
                        .inLime(Write.SYNC_USER, "1", Map.of("phone", "1"))
                        .inErp(SERVICES, "9", Map.of("Phone1", "1"));

        assertThat(broken(story)).contains(1, 3, 5);
    }

    @Test
    void seesAnEditOfTheErpThatIsLost() {
        Story story = Story.ofOneCard(KEPT_BY_ERP).inErp(Write.PERSON_IN_FORTNOX, "9", phone("5"));

        assertThat(broken(story)).containsExactly(1);
    }

    @Test
    void seesAnEditOfTheErpThatIsLostThoughLimeWouldNotAskForTheField() {
        Story lost =
                Story.ofOneCard(KEPT_BY_ERP)
                        .inErp(Write.PERSON_IN_FORTNOX, "9", Map.of("VisitingCity", "Lund"));

        assertThat(broken(lost)).containsExactly(1);
        assertThat(broken(lost.inLime(Write.SYNC_USER, "1", Map.of("visitingcity", "Lund"))))
                .isEmpty();
        assertThat(broken(lost.inLime(PERSON, "1", Map.of("visitingcity", "Umeå")))).isEmpty();
    }

    @Test
    void seesAnEditAgainstTheDirectionThatIsNotPutBack() {
        Story story = Story.ofOneCard(KEPT_BY_ERP).inLime(PERSON, "1", Map.of("phone", "2"));

        assertThat(broken(story)).containsExactly(1);
    }

    @Test
    void letsAnEditOfTheErpAgainstTheDirectionStay() {
        Story story = Story.ofOneCard(STANDARD).inErp(Write.PERSON_IN_FORTNOX, "9", phone("5"));

        assertThat(broken(story)).isEmpty();
    }

    @Test
    void letsItStayWhereAnEditInLimeWasUndoneBeforeItWasSent() {
        Story story =
                Story.ofOneCard(STANDARD)
                        .inErp(Write.PERSON_IN_FORTNOX, "9", phone("5"))
                        .inLime(PERSON, "1", Map.of("phone", "2"))
                        .inLime(PERSON, "1", Map.of("phone", "1"));

        assertThat(broken(story)).isEmpty();
    }

    @Test
    void seesADriftThatSurvivesAnEditInLime() {
        Story story =
                Story.ofOneCard(STANDARD)
                        .inErp(Write.PERSON_IN_FORTNOX, "9", phone("5"))
                        .inLime(PERSON, "1", Map.of("phone", "2"));

        assertThat(broken(story)).containsExactly(1);
    }

    @Test
    void seesBothSidesOfAnEditOnBothThatDiffer() {
        Story story =
                Story.ofOneCard(Directions.BOTH_WAYS)
                        .inErp(Write.PERSON_IN_FORTNOX, "9", phone("5"))
                        .inLime(PERSON, "1", Map.of("phone", "2"));

        assertThat(broken(story)).containsExactly(1);
    }

    @Test
    void seesACardThatIsLeftAsking() {
        assertThat(broken(Story.ofOneCard(STANDARD).edited("1", "1"))).contains(1);
    }

    @Test
    void seesTwoCustomersOfOneCard() {
        Story story =
                Story.ofOneCard(STANDARD)
                        .inErp(
                                SERVICES,
                                "10",
                                Map.of("Name", "A", "Phone1", "1", "ExternalReference", "k1"));

        assertThat(broken(story)).containsExactly(2);
    }

    @Test
    void seesTwoCardsOfOneCustomer() {
        Story story =
                Story.ofOneCard(Directions.CREATED_IN_BOTH_KEPT_BY_ERP)
                        .inLime(
                                Write.SYNC_USER,
                                "2",
                                Map.of("name", "A", "phone", "1", "erp_id", "9"));

        assertThat(broken(story)).contains(2);
    }

    @Test
    void seesANumberOfNoCustomer() {
        Story story = Story.ofOneCard(STANDARD);
        story.inLime(Write.SYNC_USER, "1", Map.of("erp_id", "77"));

        assertThat(broken(story)).contains(2);
    }

    @Test
    void seesAClosedDirectionThatIsWritten() {
        Story toLime =
                Story.ofOneCard(STANDARD)
                        .inErp(Write.PERSON_IN_FORTNOX, "9", phone("5"))
                        .inLime(Write.SYNC_USER, "1", Map.of("phone", "5"));
        Story createdInLime =
                Story.ofOneCard(STANDARD).inLime(Write.SYNC_USER, "2", Map.of("name", "B"));
        Story toErp =
                Story.ofOneCard(KEPT_BY_ERP)
                        .inLime(PERSON, "1", Map.of("phone", "2"))
                        .inErp(SERVICES, "9", phone("2"));
        Story createdInErp = Story.ofOneCard(Directions.ERP_ONLY);

        assertThat(broken(toLime)).contains(3);
        assertThat(broken(createdInLime)).contains(3);
        assertThat(broken(toErp)).contains(3);
        assertThat(broken(createdInErp)).contains(3);
    }

    @Test
    void seesAMoveThatIsNotOfTheTable() {
        Story story = Story.ofOneCard(STANDARD).edited("1", "2");
        story.inErp(SERVICES, "9", phone("2")).answered("1", "9");

        assertThat(broken(story)).containsExactly(4);
    }

    @Test
    void takesACardThatIsBornSyncedForAMoveOfTheTable() {
        Story story =
                new Story(Directions.ERP_ONLY)
                        .inErp(Write.PERSON_IN_FORTNOX, "9", Map.of("Name", "A"))
                        .inLime(
                                Write.SYNC_USER,
                                "1",
                                Map.of("name", "A", "erp_id", "9", "erp_status", "synced"))
                        .moved("1", "synced", Write.SYNC_USER)
                        .expects(Write.FORTNOX, "9", Fate.IN_BOTH, "");

        assertThat(Judge.findings(story.run())).isEmpty();
    }

    @Test
    void seesAnEditThatArrivesLate() {
        Story story = sentAgain().after(60).inErp(SERVICES, "9", phone("2")).answered("1", "9");

        assertThat(broken(story)).containsExactly(7);
    }

    @Test
    void seesAConnectionThatStandsWhileAnotherIsStopped() {
        Story story = sentAgain().after(10).inErp(SERVICES, "9", phone("2")).answered("1", "9");

        assertThat(broken(story.besideOneStopped(100))).isEmpty();
        assertThat(broken(Story.ofOneCard(STANDARD).besideOneStopped(4))).containsExactly(7);
    }

    @Test
    void seesAnErrorOnACardOfAStoppedConnection() {
        Story story =
                sentAgain()
                        .moved("1", "error", Write.SYNC_USER)
                        .edited("1", "2")
                        .taken("1")
                        .inErp(SERVICES, "9", phone("2"))
                        .answered("1", "9");

        assertThat(broken(story)).isEmpty();
        assertThat(broken(story.stopped())).containsExactly(7);
    }

    @Test
    void seesAnEventThatNothingBecameOf() {
        Story story = Story.ofOneCard(STANDARD).neverDecided("lime.changes/0/17");

        assertThat(broken(story)).containsExactly(8);
    }

    @Test
    void seesAFailureWithoutItsReason() {
        Story silent = refused("");
        Story told = refused("Invoice e-mail is wrong");
        Story forgotten =
                Story.ofOneCard(STANDARD)
                        .inLime(Write.SYNC_USER, "1", Map.of("erp_errormessage", "long ago"));

        assertThat(broken(silent)).containsExactly(9);
        assertThat(broken(told)).isEmpty();
        assertThat(broken(forgotten)).containsExactly(9);
    }

    @Test
    void letsARoundTakeWhatLimeDoesNotTakeToError() {
        Story noted =
                Story.ofOneCard(KEPT_BY_ERP)
                        .inLime(Write.SYNC_USER, "1", Map.of("erp_errormessage", "too long: City"))
                        .expects(Write.LIME, "1", Fate.NOTED, "City");

        assertThat(broken(noted)).isEmpty();
        assertThat(broken(refused("too long: City").expects(Write.LIME, "1", Fate.NOTED, "City")))
                .isEmpty();
        assertThat(broken(refused("").expects(Write.LIME, "1", Fate.NOTED, "City")))
                .containsExactly(9);
    }

    private static Story refused(String text) {
        return new Story(STANDARD)
                .inLime(PERSON, "1", Map.of("name", "A", "emailinvoice", "no"))
                .moved("1", "readyforfirstsync", PERSON)
                .moved("1", "inprocess", Write.SYNC_USER)
                .inLime(
                        Write.SYNC_USER,
                        "1",
                        Map.of("erp_status", "error", "erp_errormessage", text))
                .moved("1", "error", Write.SYNC_USER)
                .expects(Write.LIME, "1", Fate.REFUSED, "e-mail");
    }

    @Test
    void seesACardThatNobodySentAndThatWasSent() {
        Story story = Story.ofOneCard(STANDARD).expects(Write.LIME, "1", Fate.ALONE, "");

        assertThat(broken(story)).containsExactly(9);
    }

    @Test
    void seesRequestsBeyondTheRate() {
        assertThat(broken(Story.ofOneCard(STANDARD).refusedByRate(1))).containsExactly(10);
    }

    @Test
    void seesASecretInALog() {
        Story story = Story.ofOneCard(STANDARD).told(new LoggedSecret("engine", "key", "k=key"));

        assertThat(broken(story)).containsExactly(11);
    }

    @Test
    void seesAServiceThatWorksLate() {
        Story soon = Story.ofOneCard(STANDARD).restarted(restart(5));
        Story late = Story.ofOneCard(STANDARD).restarted(restart(31));

        assertThat(broken(soon)).isEmpty();
        assertThat(broken(late)).containsExactly(12);
    }

    private static Restart restart(int seconds) {
        return new Restart(
                "engine", Instant.EPOCH, Duration.ofSeconds(seconds + 1), Duration.ofSeconds(1));
    }

    @Test
    void seesAWriteOfWhatWasThereBefore() {
        Story story =
                Story.ofOneCard(STANDARD).oldCustomer("500").inErp(SERVICES, "500", phone("1"));

        assertThat(broken(story)).containsExactly(13);
    }
}
