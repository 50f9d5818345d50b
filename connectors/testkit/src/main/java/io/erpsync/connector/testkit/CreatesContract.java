package io.erpsync.connector.testkit;

import static io.erpsync.connector.testkit.Stage.applied;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Outcome;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One record per create, whatever becomes of the answers. */
interface CreatesContract extends Staged {

    @Test
    default void createsOnceAndKeepsTheKey() {
        Specimen specimen = stage().specimen();

        StoredRecord record = applied(stage().create("key-1", specimen.named("Åkes Bygg"), null));

        assertThat(stage().standIn().writes()).hasSize(1);
        assertThat(stage().standIn().writes().getFirst().create()).isTrue();
        assertThat(stage().standIn().writes().getFirst().id()).isEqualTo(record.reference().id());
        assertThat(record.fields().get(specimen.nameField()).shown()).isEqualTo("Åkes Bygg");
        assertKey(record, "key-1");
    }

    @Test
    default void findsWhatACreateWithALostAnswerMade() {
        Specimen specimen = stage().specimen();
        Instant since = Instant.now();
        stage().standIn().meet(StandIn.Fault.LOST_ANSWER, StandIn.On.WRITE);
        Outcome first = stage().create("key-1", specimen.named("Åkes Bygg AB"), null);

        StoredRecord record =
                applied(stage().create("key-1", specimen.named("Åkes Bygg AB"), since));

        assertThat(first).isInstanceOf(Outcome.Unknown.class);
        assertThat(stage().standIn().writes()).hasSize(1);
        assertThat(record.reference().id()).isEqualTo(stage().standIn().writes().getFirst().id());
        assertKey(record, "key-1");
    }

    @Test
    default void findsItAlsoWhenSomebodyHasRenamedIt() {
        Specimen specimen = stage().specimen();
        Instant since = Instant.now();
        stage().standIn().meet(StandIn.Fault.LOST_ANSWER, StandIn.On.WRITE);
        assertThat(stage().create("key-1", specimen.named("Before"), null))
                .isInstanceOf(Outcome.Unknown.class);
        String id = stage().standIn().writes().getFirst().id();
        stage().standIn().change(id, specimen.named("Afterwards"));

        StoredRecord record = applied(stage().create("key-1", specimen.named("Before"), since));

        assertThat(record.reference().id()).isEqualTo(id);
        assertThat(stage().standIn().writes().stream().filter(StandIn.Write::create)).hasSize(1);
    }

    @Test
    default void doesNotTakeAnotherOfTheSameNameForIt() {
        Specimen specimen = stage().specimen();
        Instant since = Instant.now();
        String stranger = stage().standIn().seed(specimen.named("Same Name"));
        StoredRecord first = applied(stage().create("key-1", specimen.named("Same Name"), null));
        stage().standIn().meet(StandIn.Fault.LOST_ANSWER, StandIn.On.WRITE);
        assertThat(stage().create("key-2", specimen.named("Same Name"), null))
                .isInstanceOf(Outcome.Unknown.class);

        StoredRecord second = applied(stage().create("key-2", specimen.named("Same Name"), since));

        assertThat(second.reference().id()).isNotIn(stranger, first.reference().id());
        assertKey(second, "key-2");
        assertThat(stage().standIn().writes()).hasSize(2);
    }

    @Test
    default void createsWhenTheEarlierAttemptSurelyCameToNothing() {
        Specimen specimen = stage().specimen();
        Instant longAgo =
                Instant.now()
                        .minus(specimen.connector().capabilities().settleTime().multipliedBy(2));
        stage().standIn().seed(specimen.named("Same Name"));

        StoredRecord record =
                applied(stage().create("key-1", specimen.named("Same Name"), longAgo));

        assertThat(stage().standIn().writes()).hasSize(1);
        assertKey(record, "key-1");
    }

    @Test
    default void doesNotRepeatACreateThatNobodyCouldLookFor() {
        Specimen specimen = stage().specimen();
        assertThat(stage().read("no-such-record")).isNotInstanceOf(Outcome.Applied.class);
        Instant longAgo =
                Instant.now()
                        .minus(specimen.connector().capabilities().settleTime().multipliedBy(2));
        stage().standIn().meet(StandIn.Fault.SERVER_ERROR, StandIn.On.READ);

        Outcome outcome = stage().create("key-1", specimen.named("A"), longAgo);

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(stage().standIn().writes()).isEmpty();
    }

    @Test
    default void namesTheFieldWithoutWhichNothingIsCreated() {
        Specimen specimen = stage().specimen();

        Outcome outcome =
                stage().create(
                                "key-1",
                                specimen.named("A").with(specimen.nameField(), Value.empty()),
                                null);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo(specimen.nameField()));
        assertThat(stage().standIn().writes()).isEmpty();
    }

    private void assertKey(StoredRecord record, String key) {
        String field = stage().specimen().keyField();
        if (field != null) {
            assertThat(record.fields().get(field).shown()).isEqualTo(key);
            assertThat(stage().standIn().stored(record.reference().id()).get(field).shown())
                    .isEqualTo(key);
        }
    }
}
