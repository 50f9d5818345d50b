package io.erpsync.writer.execute;

import io.erpsync.connection.rules.Access;
import io.erpsync.connection.rules.Brake;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.Language;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.rules.Polling;
import io.erpsync.connection.rules.WhenDeleted;
import io.erpsync.model.Capabilities;
import io.erpsync.model.CommandId;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Named commands, connections and targets. */
public final class Examples {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final ConnectionName ACME = new ConnectionName("acme");
    public static final SystemName FORTNOX = new SystemName("fortnox");
    public static final Fields NAME = Fields.NONE.with("Name", Value.text("Åkes Bygg"));
    public static final Directions BOTH =
            new Directions(Set.of(Side.LIME, Side.ERP), Set.of(Side.LIME, Side.ERP));

    /** Keeps our key, and settles within a minute. */
    public static final Capabilities KEEPS_KEY =
            new Capabilities(Capabilities.Clearing.IGNORED, true, Duration.ofSeconds(60), false, 5);

    /** Has no place for our key. */
    public static final Capabilities KEEPS_NONE =
            new Capabilities(
                    Capabilities.Clearing.EMPTIES, false, Duration.ofSeconds(60), false, 10);

    private Examples() {}

    public static Task create() {
        return new Task.Create(ObjectType.CUSTOMER, NAME);
    }

    public static Task update() {
        return new Task.Update(ObjectType.CUSTOMER, "7", NAME, Set.of());
    }

    public static Task read() {
        return new Task.Read(ObjectType.CUSTOMER, "7");
    }

    /** A first command of that link, issued at {@link #NOON} under the cell that fits. */
    public static Command command(String link, Task task) {
        return command(link, task, cell(task, FORTNOX), FORTNOX, null);
    }

    public static Command command(
            String link,
            Task task,
            MatrixCell cell,
            SystemName target,
            @Nullable Instant attemptedSince) {
        return new Command(
                new CommandId("command-of-" + link),
                ACME,
                new LinkId(link),
                target,
                "customer",
                task,
                cell,
                attemptedSince,
                Urgency.BACKGROUND,
                NOON);
    }

    private static MatrixCell cell(Task task, SystemName target) {
        boolean toLime = target.equals(SystemName.LIME);
        return switch (task) {
            case Task.Create _ -> toLime ? MatrixCell.CREATE_FROM_ERP : MatrixCell.CREATE_FROM_LIME;
            case Task.Update _ -> toLime ? MatrixCell.UPDATE_FROM_ERP : MatrixCell.UPDATE_FROM_LIME;
            case Task.Read _, Task.Probe _ -> MatrixCell.NONE;
        };
    }

    public static Connection connection(Mode mode, Directions directions) {
        return new Connection(
                ACME,
                mode,
                new Access(SystemName.LIME, Map.of()),
                new Access(FORTNOX, Map.of()),
                Polling.DEFAULT,
                Language.EN,
                Brake.DEFAULT,
                Set.of(),
                Map.of(ObjectType.CUSTOMER, rules(directions)),
                "1");
    }

    public static ObjectRules rules(Directions directions) {
        return new ObjectRules(
                "company",
                "customer",
                "CustomerNumber",
                MappingEntry.of("registrationno", "OrganisationNumber"),
                MappingEntry.of("name", "Name"),
                directions,
                Set.of("name"),
                List.of(
                        MappingEntry.of("name", "Name"),
                        MappingEntry.of("coworker.email", "OurReference")),
                Matching.REPORT,
                Side.LIME,
                true,
                true,
                WhenDeleted.KEEP,
                LimeProperties.DEFAULT,
                Map.of(),
                Map.of("Type", "COMPANY"));
    }
}
