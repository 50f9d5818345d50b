package io.erpsync.connector.fortnox;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.connector.fortnox")
                .keepTheHouseRules("io.erpsync.connector.fortnox")
                .keepApart(
                        "io.erpsync.connector.fortnox..",
                        "org.apache.kafka..",
                        "org.springframework.kafka..",
                        "io.erpsync.schemas..");
    }
}
