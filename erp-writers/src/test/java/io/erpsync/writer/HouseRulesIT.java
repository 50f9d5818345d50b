package io.erpsync.writer;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    @Test
    void keepsThePackageRules() {
        HouseRules.over("io.erpsync.writer")
                .keepTheHouseRules("io.erpsync.writer")
                .keepPure(
                        "io.erpsync.writer.execute..",
                        "io.erpsync.model",
                        "io.erpsync.connector",
                        "io.erpsync.connection.rules")
                .keepApart(
                        "io.erpsync.writer.kafka..",
                        "java.net.http..",
                        "org.springframework.web..",
                        "io.erpsync.connector.lime..",
                        "io.erpsync.connector.fortnox..");
    }
}
