package io.erpsync.writer.execute;

import static io.erpsync.writer.execute.Examples.BOTH;
import static io.erpsync.writer.execute.Examples.FORTNOX;
import static io.erpsync.writer.execute.Examples.command;
import static io.erpsync.writer.execute.Examples.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.Mode;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClearanceTest {

    @Test
    void letsThroughExactlyWhatTheMatrixOpens() {
        for (Directions directions : allDirections()) {
            for (MatrixCell cell : MatrixCell.values()) {
                for (SystemName target : List.of(SystemName.LIME, FORTNOX)) {
                    for (Task task : List.of(Examples.create(), Examples.update())) {
                        Command command = command("link", task, cell, target, null);

                        Outcome refusal =
                                Clearance.refusal(connection(Mode.LIVE, directions), command);

                        assertThat(refusal == null)
                                .as("%s %s %s %s", task.action(), cell, target, directions)
                                .isEqualTo(isOpen(task, cell, target, directions));
                    }
                }
            }
        }
    }

    private static boolean isOpen(
            Task task, MatrixCell cell, SystemName target, Directions directions) {
        boolean create = task instanceof Task.Create;
        boolean lime = target.equals(SystemName.LIME);
        return switch (cell) {
            case CREATE_FROM_LIME -> create && !lime && directions.mayCreateFrom(Side.LIME);
            case CREATE_FROM_ERP -> create && lime && directions.mayCreateFrom(Side.ERP);
            case UPDATE_FROM_LIME -> !create && !lime && directions.mayUpdateFrom(Side.LIME);
            case UPDATE_FROM_ERP -> !create && lime && directions.mayUpdateFrom(Side.ERP);
            case ANSWER -> !create && lime;
            case NONE -> false;
        };
    }

    private static List<Directions> allDirections() {
        List<Set<Side>> sides =
                List.of(Set.of(), Set.of(Side.LIME), Set.of(Side.ERP), Set.of(Side.LIME, Side.ERP));
        List<Directions> all = new ArrayList<>();
        sides.forEach(create -> sides.forEach(update -> all.add(new Directions(create, update))));
        return all;
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void writesOnlyInALiveConnection(Mode mode) {
        Outcome refusal =
                Clearance.refusal(connection(mode, BOTH), command("link", Examples.create()));

        if (mode == Mode.LIVE) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal)
                    .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Refused.class))
                    .returns(Reason.DIRECTION_CLOSED, Outcome.Refused::reason);
        }
    }

    @Test
    void readsInAConnectionThatOnlyObserves() {
        for (Task task : List.of(Examples.read(), new Task.Probe())) {
            Command command = command("link", task);

            assertThat(Clearance.refusal(connection(Mode.OBSERVE, BOTH), command)).isNull();
            assertThat(Clearance.refusal(connection(Mode.OFF, BOTH), command)).isNotNull();
        }
    }

    @Test
    void answersForAConnectionThatIsNotThere() {
        assertThat(Clearance.refusal(null, command("link", Examples.create())))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Unavailable.class))
                .returns(Reason.SETTINGS_FAULT, Outcome.Unavailable::reason);
    }

    @Test
    void answersForASystemThatTheConnectionHasNot() {
        Command command =
                command(
                        "link",
                        Examples.create(),
                        MatrixCell.CREATE_FROM_LIME,
                        new SystemName("businesscentral"),
                        null);

        assertThat(Clearance.refusal(connection(Mode.LIVE, BOTH), command))
                .isInstanceOf(Outcome.Unavailable.class);
    }
}
