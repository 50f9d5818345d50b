package io.erpsync.connector.testkit;

import static io.erpsync.connector.testkit.Stage.applied;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.connector.testkit.StandIn.Fault;
import io.erpsync.connector.testkit.StandIn.On;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault is an outcome that says whether something may have been written. */
interface FaultsContract extends Staged {

    @ParameterizedTest
    @EnumSource(names = {"LOST_ANSWER", "LATE_ANSWER", "SERVER_ERROR", "WEB_PAGE", "EMPTY_ANSWER"})
    default void aWriteWithoutAReadableAnswerIsOfUnknownFate(Fault fault) {
        String id = stage().standIn().seed(stage().specimen().named("A"));
        applied(stage().read(id));
        stage().standIn().meet(fault, On.WRITE);

        Outcome outcome = stage().update(id, stage().specimen().free("x"), false);

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(stage().standIn().writes()).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_ANSWER", "LATE_ANSWER", "SERVER_ERROR", "WEB_PAGE", "EMPTY_ANSWER"})
    default void aCreateWithoutAReadableAnswerIsOfUnknownFate(Fault fault) {
        applied(stage().read(stage().standIn().seed(stage().specimen().named("A"))));
        stage().standIn().meet(fault, On.WRITE);

        Outcome outcome = stage().create("key-1", stage().specimen().named("B"), null);

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(stage().standIn().writes()).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_ANSWER", "LATE_ANSWER", "SERVER_ERROR", "WEB_PAGE", "EMPTY_ANSWER"})
    default void aReadWithoutAReadableAnswerMayBeRepeated(Fault fault) {
        String id = stage().standIn().seed(stage().specimen().named("A"));
        applied(stage().read(id));
        stage().standIn().meet(fault, On.READ);

        Outcome outcome = stage().read(id);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.reason())
                                        .isIn(Reason.TARGET_UNAVAILABLE, Reason.UNEXPECTED_ANSWER));
        applied(stage().read(id));
    }

    @Test
    default void passesOnThatItIsTooFast() {
        String id = stage().standIn().seed(stage().specimen().named("A"));
        stage().standIn().meet(Fault.RATE_LIMITED, On.WRITE);

        Outcome outcome = stage().update(id, stage().specimen().free("x"), false);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.reason()).isEqualTo(Reason.RATE_LIMITED));
        assertThat(stage().standIn().writes()).isEmpty();
        assertThat(stage().gate().refused()).isEqualTo(1);
    }

    @Test
    default void holdsThePermitOfALostRequestAsLost() {
        String id = stage().standIn().seed(stage().specimen().named("A"));
        stage().standIn().meet(Fault.LOST_ANSWER, On.WRITE);

        stage().update(id, stage().specimen().free("x"), false);

        assertThat(stage().gate().lost()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    default void renewsAnExpiredTokenOnce(On on) {
        String id = stage().standIn().seed(stage().specimen().named("A"));
        applied(stage().read(id));
        stage().standIn().meet(Fault.EXPIRED_TOKEN, on);

        Outcome outcome =
                switch (on) {
                    case READ -> stage().read(id);
                    case WRITE -> stage().update(id, stage().specimen().free("x"), false);
                };

        applied(outcome);
        assertThat(stage().standIn().writes()).hasSize(on == On.WRITE ? 1 : 0);
    }

    @Test
    default void saysThatTheCredentialsWereRevoked() {
        String id = stage().standIn().seed(stage().specimen().named("A"));
        applied(stage().read(id));
        stage().standIn().revokeCredentials();

        Outcome read = stage().read(id);
        Outcome update = stage().update(id, stage().specimen().free("x"), false);
        Outcome create = stage().create("key-1", stage().specimen().named("B"), null);
        Answer<?> identity = stage().system().identify();

        assertThat(reasonOf(read)).isEqualTo(Reason.NOT_AUTHORISED);
        assertThat(reasonOf(update)).isEqualTo(Reason.NOT_AUTHORISED);
        assertThat(reasonOf(create)).isEqualTo(Reason.NOT_AUTHORISED);
        assertThat(identity)
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.NOT_AUTHORISED));
        assertThat(stage().standIn().writes()).isEmpty();
    }

    @Test
    default void writesNothingToAnotherCompany() {
        String id = stage().standIn().seed(stage().specimen().named("A"));
        stage().standIn().becomeAnotherCompany();

        Outcome update = stage().update(id, stage().specimen().free("x"), false);
        Outcome create = stage().create("key-1", stage().specimen().named("B"), null);

        assertThat(reasonOf(update)).isEqualTo(Reason.WRONG_COMPANY);
        assertThat(reasonOf(create)).isEqualTo(Reason.WRONG_COMPANY);
        assertThat(stage().standIn().writes()).isEmpty();
    }

    @Test
    default void aHostThatRefusesTheConnectionHasWrittenNothing() {
        AccessSettings settings = stage().standIn().settings();
        ConnectedSystem system = stage().open(settings, stage().gate());
        stage().standIn().close();

        Outcome outcome =
                system.update(
                        new UpdateRequest(
                                ObjectType.CUSTOMER,
                                "1",
                                stage().specimen().free("x"),
                                false,
                                Urgency.BACKGROUND));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.reason())
                                        .isEqualTo(Reason.TARGET_UNAVAILABLE));
    }

    @Test
    default void aFeedThatCannotBeReadFailsAndGoesOnLater() {
        Feed feed = stage().specimen().connector().feeds().iterator().next();
        stage().standIn().meet(Fault.SERVER_ERROR, On.READ);

        Answer<FeedPage> first = stage().poll(feed, null);
        Answer<FeedPage> second = stage().poll(feed, null);

        assertThat(first).isInstanceOf(Answer.Failed.class);
        assertThat(second).isInstanceOf(Answer.Got.class);
    }

    private static Reason reasonOf(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reason();
    }
}
