package io.erpsync.connector.testkit;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.connector.testkit")
                .keepTheHouseRules("io.erpsync.connector.testkit")
                .keepApart(
                        "io.erpsync.connector.testkit..",
                        "org.springframework..",
                        "org.apache.kafka..",
                        "io.erpsync.connector.lime..",
                        "io.erpsync.connector.fortnox..");
    }
}
