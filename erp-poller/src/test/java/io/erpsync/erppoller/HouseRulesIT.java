package io.erpsync.erppoller;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.erppoller").keepTheHouseRules("io.erpsync.erppoller");
    }
}
