package io.erpsync.writer.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.MatrixCell;
import io.erpsync.writer.Messages;
import io.erpsync.writer.execute.Examples;
import io.erpsync.writer.execute.Task;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandReaderTest {

    private static final Command CREATE = Messages.creating("acme", "link", "Åkes");

    private final CommandReader reader = new CommandReader(Examples.FORTNOX);

    @Test
    void readsEachKindOfCommand() {
        Fields name = Fields.NONE.with("Name", Value.text("Åkes"));

        assertThat(reader.read(CREATE).task())
                .isEqualTo(new Task.Create(ObjectType.CUSTOMER, name));
        assertThat(reader.read(Messages.updating("acme", "link", "7", "Åkes")).task())
                .isEqualTo(new Task.Update(ObjectType.CUSTOMER, "7", name, Set.of()));
        assertThat(reader.read(with().setAction(Action.READ).setId("7").build()).task())
                .isEqualTo(new Task.Read(ObjectType.CUSTOMER, "7"));
        assertThat(reader.read(with().setAction(Action.PROBE).setObjectType("").build()).task())
                .isEqualTo(new Task.Probe());
    }

    @Test
    void keepsWhatTheAnswerMustHold() {
        Command command =
                Command.newBuilder(Messages.updating("acme", "link", "7", "Åkes"))
                        .setAnswerWith(List.of("coworker.email"))
                        .build();

        assertThat(reader.read(command).task())
                .isInstanceOfSatisfying(
                        Task.Update.class,
                        update ->
                                assertThat(update.answerWith()).containsExactly("coworker.email"));
    }

    @ParameterizedTest
    @EnumSource(value = MatrixCell.class, names = "UNRECOGNISED", mode = EnumSource.Mode.EXCLUDE)
    void readsEachCell(MatrixCell cell) {
        assertThat(reader.read(with().setCell(cell).build()).cell().name()).isEqualTo(cell.name());
    }

    @Test
    void keepsWhatAnEarlierAttemptIsFoundBy() {
        Command command = with().setAttemptedSince(Examples.NOON).build();

        assertThat(reader.read(command).attemptedSince()).isEqualTo(Examples.NOON);
        assertThat(reader.read(command).attemptedAtTheEarliest()).isEqualTo(Examples.NOON);
        assertThat(reader.read(CREATE).attemptedAtTheEarliest()).isEqualTo(CREATE.getIssuedAt());
    }

    @Test
    void takesAnUrgencyOfANewerVersionForBackground() {
        Command command =
                with().setUrgency(io.erpsync.schemas.message.Urgency.UNRECOGNISED).build();

        assertThat(reader.read(command).urgency()).isEqualTo(Urgency.BACKGROUND);
    }

    static Stream<Command> unusable() {
        return Stream.of(
                with().setAction(Action.UNRECOGNISED).build(),
                with().setCell(MatrixCell.UNRECOGNISED).build(),
                with().setAction(Action.UPDATE).setId(null).build(),
                with().setAction(Action.READ).setId("").build(),
                with().setObjectType("spaceship").build(),
                with().setSystem("lime").build(),
                with().setConnection("No Such Form").build(),
                with().setFields(
                                Map.of("Name", new io.erpsync.schemas.message.DecimalValue("Åkes")))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesWhatNobodyCanCarryOut(Command command) {
        assertThatThrownBy(() -> reader.read(command))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("Åkes");
    }

    private static Command.Builder with() {
        return Command.newBuilder(CREATE);
    }
}
