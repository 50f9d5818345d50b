package io.erpsync.connector.lime;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.connector.lime")
                .keepTheHouseRules("io.erpsync.connector.lime")
                .keepApart(
                        "io.erpsync.connector.lime..",
                        "org.apache.kafka..",
                        "org.springframework.kafka..");
    }
}
