package io.erpsync.connector.fortnox;

import io.erpsync.connector.testkit.ConnectorContract;
import io.erpsync.connector.testkit.Specimen;
import io.erpsync.connector.testkit.StandIn;
import io.erpsync.model.Fields;
import java.util.List;

class FortnoxContractIT extends ConnectorContract {

    @Override
    protected StandIn standIn() {
        return new SandboxStandIn();
    }

    @Override
    protected Specimen specimen() {
        return new Specimen(
                new FortnoxConnector(),
                Fields.NONE,
                "Name",
                "Comments",
                "ZipCode",
                "ExternalReference",
                List.of("client-secret"),
                List.of("tenant", "client-id", "client-secret", "company"));
    }
}
