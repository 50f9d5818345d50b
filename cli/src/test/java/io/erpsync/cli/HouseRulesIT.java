package io.erpsync.cli;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.cli")
                .keepTheHouseRules("io.erpsync.cli")
                .keepApart("io.erpsync.cli.check", "org.apache.kafka..")
                .keepApart("io.erpsync.cli.kafka", "io.erpsync.connector..");
    }
}
