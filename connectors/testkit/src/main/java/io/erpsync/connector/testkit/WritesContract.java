package io.erpsync.connector.testkit;

import static io.erpsync.connector.testkit.Stage.applied;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads and changes of one record. */
interface WritesContract extends Staged {

    @Test
    default void readsARecordInFull() {
        Specimen specimen = stage().specimen();
        String id =
                stage().standIn().seed(specimen.named("Björkö Snickeri").with(specimen.free("x")));

        StoredRecord record = applied(stage().read(id));

        assertThat(record.reference().id()).isEqualTo(id);
        assertThat(record.fields().get(specimen.nameField()).shown()).isEqualTo("Björkö Snickeri");
        assertThat(record.fields().get(specimen.freeField()).shown()).isEqualTo("x");
    }

    @Test
    default void writesOnlyTheFieldsNamed() {
        Specimen specimen = stage().specimen();
        String id = stage().standIn().seed(specimen.named("A").with(specimen.free("old")));

        StoredRecord record = applied(stage().update(id, specimen.free("new"), false));

        List<StandIn.Write> writes = stage().standIn().writes();
        assertThat(writes).hasSize(1);
        assertThat(writes.getFirst().create()).isFalse();
        assertThat(writes.getFirst().fields().names()).containsExactly(specimen.freeField());
        assertThat(record.fields().get(specimen.freeField()).shown()).isEqualTo("new");
        assertThat(record.fields().get(specimen.nameField()).shown()).isEqualTo("A");
    }

    @Test
    default void treatsAnEmptyValueAsItSays() {
        Specimen specimen = stage().specimen();
        String id = stage().standIn().seed(specimen.named("A").with(specimen.free("old")));
        Fields emptied = Fields.NONE.with(specimen.freeField(), Value.empty());

        StoredRecord record = applied(stage().update(id, emptied, false));

        boolean clears = specimen.connector().capabilities().clear() == Clearing.EMPTIES;
        String left = clears ? "" : "old";
        assertThat(record.fields().get(specimen.freeField()).shown()).isEqualTo(left);
        assertThat(stage().standIn().stored(id).get(specimen.freeField()).shown()).isEqualTo(left);
    }

    @Test
    default void tellsARecordThatIsGone() {
        Specimen specimen = stage().specimen();
        String id = stage().standIn().seed(specimen.named("A"));
        stage().standIn().remove(id);

        assertThat(stage().read(id)).isInstanceOf(Outcome.Absent.class);
        assertThat(stage().update(id, specimen.free("x"), false))
                .isInstanceOf(Outcome.Absent.class);
        assertThat(stage().update(id, specimen.free("x"), true)).isInstanceOf(Outcome.Absent.class);
        assertThat(stage().standIn().writes()).isEmpty();
    }

    @Test
    default void writesNothingWhenARepeatedUpdateHasTakenEffect() {
        Specimen specimen = stage().specimen();
        String id = stage().standIn().seed(specimen.named("A"));
        stage().standIn().meet(StandIn.Fault.LOST_ANSWER, StandIn.On.WRITE);
        Outcome first = stage().update(id, specimen.free(" new "), false);

        StoredRecord record = applied(stage().update(id, specimen.free(" new "), true));

        assertThat(first).isInstanceOf(Outcome.Unknown.class);
        assertThat(record.fields().get(specimen.freeField()).shown().strip()).isEqualTo("new");
        assertThat(stage().standIn().writes()).hasSize(1);
    }

    @Test
    default void writesWhatARepeatedUpdateLacks() {
        Specimen specimen = stage().specimen();
        String id = stage().standIn().seed(specimen.named("A").with(specimen.free("old")));

        StoredRecord record =
                applied(stage().update(id, specimen.named("A").with(specimen.free("new")), true));

        assertThat(record.fields().get(specimen.freeField()).shown()).isEqualTo("new");
        assertThat(stage().standIn().writes()).hasSize(1);
        assertThat(stage().standIn().writes().getFirst().fields().names())
                .containsExactly(specimen.freeField());
    }

    @Test
    default void aReadBeforeAWriteIsNeverSurelyNewerThanTheWrite() {
        Specimen specimen = stage().specimen();
        String id = stage().standIn().seed(specimen.named("A"));

        StoredRecord before = applied(stage().read(id));
        StoredRecord written = applied(stage().update(id, specimen.free("new"), false));

        assertThat(before.asOf()).isBeforeOrEqualTo(written.asOf());
    }
}
