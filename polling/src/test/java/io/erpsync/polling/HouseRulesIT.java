package io.erpsync.polling;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.polling")
                .keepTheHouseRules("io.erpsync.polling")
                .keepPure(
                        "io.erpsync.polling.plan",
                        "io.erpsync.model",
                        "io.erpsync.connector",
                        "io.erpsync.connection.rules")
                .keepApart("io.erpsync.polling.kafka", "io.erpsync.connector.limit", "reactor..");
    }
}
