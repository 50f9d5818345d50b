package io.erpsync.writer.execute;

import static io.erpsync.writer.execute.Examples.BOTH;
import static io.erpsync.writer.execute.Examples.FORTNOX;
import static io.erpsync.writer.execute.Examples.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Mode;
import io.erpsync.model.ObjectType;
import io.erpsync.model.SystemName;
import org.junit.jupiter.api.Test;

class ReadFieldsTest {

    @Test
    void namesPathsOverRelationsAndTheStateInLime() {
        assertThat(ReadFields.of(connection(Mode.LIVE, BOTH), ObjectType.CUSTOMER, SystemName.LIME))
                .contains("name", "coworker.email", "registrationno", "erp_id", "erp_status");
    }

    @Test
    void namesTheMappedFieldsInTheErp() {
        assertThat(ReadFields.of(connection(Mode.LIVE, BOTH), ObjectType.CUSTOMER, FORTNOX))
                .containsExactlyInAnyOrder(
                        "Name", "OurReference", "OrganisationNumber", "CustomerNumber", "Type");
    }
}
