package io.erpsync.limepoller;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.limepoller").keepTheHouseRules("io.erpsync.limepoller");
    }
}
