package io.erpsync.model;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.model")
                .keepTheHouseRules("io.erpsync.model")
                .keepPure("io.erpsync.model..");
    }
}
