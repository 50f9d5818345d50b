package io.erpsync.schemas;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.schemas")
                .keepTheHouseRules("io.erpsync.schemas")
                .keepApart("io.erpsync.schemas.topics", "io.erpsync.schemas.message..")
                .keepApart("io.erpsync.schemas.value", "org.apache.kafka..", "java.net..")
                .keepApart("io.erpsync.schemas.contract", "org.apache.kafka..", "java.net..");
    }
}
