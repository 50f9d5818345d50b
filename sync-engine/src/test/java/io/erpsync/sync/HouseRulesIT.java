package io.erpsync.sync;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.sync")
                .keepTheHouseRules("io.erpsync.sync")
                .keepPure(
                        "io.erpsync.sync.core..", "io.erpsync.model", "io.erpsync.connection.rules")
                .keepApart("io.erpsync.sync.store..", "io.erpsync.schemas..")
                .keepApart("io.erpsync.sync.topology..", "org.springframework..");
    }
}
