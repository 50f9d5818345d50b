package io.erpsync.system.judge;

import static io.erpsync.system.judge.Story.PERSON;
import static io.erpsync.system.judge.Story.SERVICES;
import static io.erpsync.system.judge.Story.broken;
import static io.erpsync.system.judge.Story.phone;
import static io.erpsync.system.judge.Story.sentAgain;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.system.Directions;
import io.erpsync.system.evidence.Restart;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Write;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Echoes, writes too many and values in the wrong order, and what is none of them. */
class EchoAndOrderTest {

    private static final Directions STANDARD = Directions.STANDARD;
    private static final Directions KEPT_BY_ERP = Directions.CREATED_IN_LIME_KEPT_BY_ERP;

    @Test
    void seesAnEchoThatIsWritten() {
        Story again = Story.ofOneCard(STANDARD).inErp(SERVICES, "9", phone("1"));
        Story back =
                Story.ofOneCard(Directions.BOTH_WAYS)
                        .inLime(Write.SYNC_USER, "1", Map.of("phone", "1"));

        assertThat(broken(again)).containsExactly(5);
        assertThat(broken(back)).containsExactly(5);
    }

    @Test
    void seesMoreWritesThanEdits() {
        Story story =
                sentAgain()
                        .inErp(SERVICES, "9", phone("2"))
                        .inErp(SERVICES, "9", phone("2 "))
                        .answered("1", "9");

        assertThat(broken(story)).containsExactly(5);
    }

    @Test
    void takesARepeatAfterALostAnswerForNone() {
        Story story =
                sentAgain()
                        .inErp(SERVICES, "9", phone("2"))
                        .inErp(SERVICES, "9", phone("2"))
                        .answered("1", "9");

        assertThat(broken(story)).containsExactly(5);
        assertThat(broken(story.of(Run.Kind.FAULTY))).isEmpty();
    }

    @Test
    void countsAWriteOnceThatAPersonCoveredWhileItsAnswerWasLost() {
        assertThat(broken(coveredAfter("commit-then-drop"))).isEmpty();
        assertThat(broken(coveredAfter("slow"))).containsExactly(5);
    }

    @Test
    void countsItOnceInLimeTooThoughItIsTimedAnew() {
        assertThat(broken(coveredInLimeAfter("commit-then-drop"))).isEmpty();
        assertThat(broken(coveredInLimeAfter("slow"))).containsExactly(5);
    }

    private static Story coveredInLimeAfter(String kind) {
        return Story.ofOneCard(KEPT_BY_ERP)
                .inErp(Write.PERSON_IN_FORTNOX, "9", phone("5"))
                .hit(kind, Write.LIME, "PUT", "/lime/made-up/api/v1/limeobject/company/1/")
                .inLime(Write.SYNC_USER, "1", Map.of("phone", "5", "erp_lastsynced", "1"))
                .inLime(PERSON, "1", Map.of("phone", "7", "emailinvoice", "a@b.se"))
                .inLime(Write.SYNC_USER, "1", Map.of("phone", "5", "erp_lastsynced", "2"))
                .inLime(Write.SYNC_USER, "1", Map.of("emailinvoice", ""));
    }

    private static Story coveredAfter(String kind) {
        return sentAgain()
                .hit(kind, Write.FORTNOX, "PUT", "/fortnox/3/customers/9")
                .inErp(SERVICES, "9", phone("2"))
                .inErp(Write.PERSON_IN_FORTNOX, "9", phone("7"))
                .inErp(SERVICES, "9", phone("2"))
                .answered("1", "9");
    }

    @Test
    void countsAWriteOnceThatAPersonCoveredWhileItsWriterWasDown() {
        assertThat(broken(coveredAndKilled("writer-fortnox"))).isEmpty();
        assertThat(broken(coveredAndKilled("writer-lime"))).containsExactly(5);
    }

    private static Story coveredAndKilled(String service) {
        Story story = sentAgain().inErp(SERVICES, "9", phone("2"));
        Duration soon = Duration.ofSeconds(1);
        return story.restarted(new Restart(service, story.now(), soon, soon))
                .inErp(Write.PERSON_IN_FORTNOX, "9", phone("7"))
                .inErp(SERVICES, "9", phone("2"))
                .answered("1", "9");
    }

    @Test
    void knowsThatNobodyReadsAnErpWhoseEditsDoNotCount() {
        Story story =
                sentAgain()
                        .inErp(Write.PERSON_IN_FORTNOX, "9", phone("2"))
                        .inErp(SERVICES, "9", phone("2"))
                        .answered("1", "9");

        assertThat(broken(story)).isEmpty();
        assertThat(broken(story.inErp(SERVICES, "9", phone("2")))).contains(5);
    }

    @Test
    void knowsThatAPersonMayPutAValueBackWhileOurWriteThatDoesSoIsOnItsWay() {
        Story story =
                Story.ofOneCard(KEPT_BY_ERP)
                        .inLime(PERSON, "1", Map.of("phone", "2"))
                        .inLime(PERSON, "1", Map.of("phone", "1"))
                        .inLime(Write.SYNC_USER, "1", Map.of("phone", "1"));

        assertThat(broken(story)).isEmpty();
        assertThat(broken(story.inLime(Write.SYNC_USER, "1", Map.of("phone", "1")))).contains(5);
    }

    @Test
    void seesThatAnEditIsWrittenBackToWhereItWasMade() {
        Story story =
                Story.ofOneCard(KEPT_BY_ERP)
                        .inLime(PERSON, "1", Map.of("phone", "2"))
                        .inLime(Write.SYNC_USER, "1", Map.of("phone", "2"));

        assertThat(broken(story)).contains(5);
    }

    @Test
    void seesAnOlderValueAfterANewerOne() {
        Story story =
                Story.ofOneCard(STANDARD)
                        .edited("1", "2")
                        .edited("1", "3")
                        .taken("1")
                        .inErp(SERVICES, "9", phone("3"))
                        .inErp(SERVICES, "9", phone("2"))
                        .edited("1", "4")
                        .taken("1")
                        .inErp(SERVICES, "9", phone("4"))
                        .answered("1", "9");

        assertThat(broken(story)).containsExactly(6);
    }

    @Test
    void seesAValueOfThePastThatWasSeenBefore() {
        Story story =
                Story.ofOneCard(KEPT_BY_ERP)
                        .inErp(Write.PERSON_IN_FORTNOX, "9", phone("5"))
                        .inLime(Write.SYNC_USER, "1", Map.of("phone", "5"))
                        .inLime(Write.SYNC_USER, "1", Map.of("phone", "1"))
                        .inLime(Write.SYNC_USER, "1", Map.of("phone", "5"));

        assertThat(broken(story)).contains(6);
        assertThat(broken(story.of(Run.Kind.FAULTY))).contains(6);
    }

    @Test
    void letsAValueThatNobodyHadReadComeBetweenWhereReadsAreOfThePast() {
        assertThat(broken(overwrittenUnread("stale-read"))).isEmpty();
        assertThat(broken(overwrittenUnread("slow"))).containsExactlyInAnyOrder(5, 6);
    }

    private static Story overwrittenUnread(String kind) {
        return Story.ofOneCard(KEPT_BY_ERP)
                .inErp(Write.PERSON_IN_FORTNOX, "9", phone("5"))
                .inErp(Write.PERSON_IN_FORTNOX, "9", phone("6"))
                .inLime(Write.SYNC_USER, "1", Map.of("phone", "6"))
                .hit(kind, Write.FORTNOX, "GET", "/fortnox/3/customers/9")
                .inLime(Write.SYNC_USER, "1", Map.of("phone", "5"))
                .inLime(Write.SYNC_USER, "1", Map.of("phone", "6"));
    }

    @Test
    void seesAValueThatNobodyWrote() {
        Story story = sentAgain().inErp(SERVICES, "9", phone("x2")).answered("1", "9");

        assertThat(broken(story)).containsExactlyInAnyOrder(1, 6);
    }
}
