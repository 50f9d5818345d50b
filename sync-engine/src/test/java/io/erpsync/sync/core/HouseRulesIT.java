package io.erpsync.sync.core;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsTheDecisionPure() {
        HouseRules.over("io.erpsync.sync.core")
                .keepTheHouseRules("io.erpsync.sync.core")
                .keepPure(
                        "io.erpsync.sync.core..",
                        "io.erpsync.model",
                        "io.erpsync.connection.rules");
    }
}
