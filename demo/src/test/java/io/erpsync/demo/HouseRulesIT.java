package io.erpsync.demo;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.demo")
                .keepTheHouseRules("io.erpsync.demo")
                .keepApart("io.erpsync.demo.story", "org.apache.kafka..");
    }
}
