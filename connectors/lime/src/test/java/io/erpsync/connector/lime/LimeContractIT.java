package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.connector.testkit.ConnectorContract;
import io.erpsync.connector.testkit.Specimen;
import io.erpsync.connector.testkit.StandIn;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every connector promises. In Lime the ERP's number stands where other systems keep our key,
 * so the scenarios about two records of one name are told here with numbers.
 */
class LimeContractIT extends ConnectorContract {

    private @Nullable SandboxLime lime;

    @Override
    protected StandIn standIn() {
        lime = new SandboxLime();
        return lime;
    }

    @Override
    protected Specimen specimen() {
        return new Specimen(
                new LimeConnector(),
                Fields.NONE.with("erp_id", Value.text("C1")),
                "name",
                "phone",
                "invoicezipcode",
                null,
                List.of("api-key"),
                List.of("url", "api-key"));
    }

    @Test
    @Override
    public void doesNotTakeAnotherOfTheSameNameForIt() {
        String stranger = sandbox().seed(numbered("Same Name", "C8"));
        try (ConnectedSystem system = open(Map.of())) {
            sandbox().meet(StandIn.Fault.LOST_ANSWER, StandIn.On.WRITE);
            Instant since = Instant.now();
            assertThat(create(system, numbered("Same Name", "C9"), null))
                    .isInstanceOf(Outcome.Unknown.class);

            Outcome second = create(system, numbered("Same Name", "C9"), since);

            assertThat(second)
                    .isInstanceOfSatisfying(
                            Outcome.Applied.class,
                            it -> {
                                assertThat(it.record().reference().id()).isNotEqualTo(stranger);
                                assertThat(it.record().fields().get("erp_id"))
                                        .isEqualTo(Value.text("C9"));
                            });
            assertThat(sandbox().writes()).hasSize(1);
        }
    }

    @Test
    @Override
    public void createsWhenTheEarlierAttemptSurelyCameToNothing() {
        sandbox().seed(numbered("Same Name", "C8"));
        try (ConnectedSystem system = open(Map.of())) {

            Outcome outcome = create(system, numbered("Same Name", "C9"), Instant.EPOCH);

            assertThat(outcome).isInstanceOf(Outcome.Applied.class);
            assertThat(sandbox().writes()).hasSize(1);
        }
    }

    /** Which application is written is in the address; there is no company to be compared. */
    @Test
    @Override
    public void writesNothingToAnotherCompany() {
        String id = sandbox().seed(numbered("A", "C1"));
        String elsewhere =
                sandbox().settings().required("url").replaceFirst("/demo$", "/elsewhere");
        try (ConnectedSystem system = open(Map.of("url", elsewhere))) {

            Outcome update =
                    system.update(
                            new UpdateRequest(
                                    ObjectType.CUSTOMER,
                                    id,
                                    numbered("B", "C1"),
                                    false,
                                    Urgency.BACKGROUND));
            Outcome create = create(system, numbered("B", "C2"), null);

            assertThat(update).isInstanceOf(Outcome.Refused.class);
            assertThat(create).isInstanceOf(Outcome.Refused.class);
            assertThat(sandbox().writes()).isEmpty();
        }
    }

    private SandboxLime sandbox() {
        if (lime == null) {
            throw new IllegalStateException("no scenario is running");
        }
        return lime;
    }

    private ConnectedSystem open(Map<String, String> more) {
        return new LimeConnector().open(sandbox().settings("demo", more), RequestGate.OPEN);
    }

    private static Outcome create(ConnectedSystem system, Fields fields, @Nullable Instant since) {
        return system.create(
                new CreateRequest(
                        ObjectType.CUSTOMER,
                        new LinkId("link-1"),
                        fields,
                        since,
                        Urgency.BACKGROUND));
    }

    private static Fields numbered(String name, String number) {
        return Fields.of(Map.of("name", Value.text(name), "erp_id", Value.text(number)));
    }
}
