package io.erpsync.sandbox;

import io.erpsync.house.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesIT {

    private static final String ROOT = "io.erpsync.sandbox";

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules rules = HouseRules.over(ROOT);

        rules.keepTheHouseRules(ROOT)
                .keepPure(ROOT + ".ledger..")
                .keepPure(ROOT + ".store..")
                .keepPure(ROOT + ".traffic..")
                .keepPure(ROOT + ".fault..")
                .keepPure(ROOT + ".lime.metadata..")
                .keepPure(
                        ROOT + ".lime.store..",
                        ROOT + ".lime.metadata..",
                        ROOT + ".ledger..",
                        ROOT + ".store..")
                .keepPure(
                        ROOT + ".lime.search..", ROOT + ".lime.metadata..", ROOT + ".lime.store..")
                .keepPure(ROOT + ".fortnox.model..", ROOT + ".ledger..", ROOT + ".store..")
                .keepApart(ROOT + ".lime..", ROOT + ".fortnox..", ROOT + ".fault..")
                .keepApart(ROOT + ".fortnox..", ROOT + ".lime..", ROOT + ".fault..");
    }
}
