package io.erpsync.connection;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.connection")
                .keepTheHouseRules("io.erpsync.connection")
                .keepPure("io.erpsync.connection.rules..", "io.erpsync.model")
                .keepPure(
                        "io.erpsync.connection.check..",
                        "io.erpsync.connection.rules",
                        "io.erpsync.model");
    }
}
