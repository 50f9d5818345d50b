package io.erpsync.connector;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.connector")
                .keepTheHouseRules("io.erpsync.connector")
                .keepPure("io.erpsync.connector", "io.erpsync.model")
                .keepPure("io.erpsync.connector.limit", "io.erpsync.connector", "io.erpsync.model");
    }
}
