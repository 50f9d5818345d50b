package io.erpsync.polling.plan;

import static io.erpsync.connector.Feed.BASELINE;
import static io.erpsync.connector.Feed.CHANGES;
import static io.erpsync.connector.Feed.INDEX;
import static io.erpsync.connector.Feed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.connector.Feed;
import io.erpsync.model.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolledFeedsTest {

    private static final Set<Feed> ALL = EnumSet.allOf(Feed.class);
    private static final Set<Feed> ERP_FEEDS = EnumSet.of(CHANGES, INDEX);
    private static final List<Set<Side>> SIDES =
            List.of(Set.of(), Set.of(Side.LIME), Set.of(Side.ERP), Set.of(Side.LIME, Side.ERP));

    @Test
    void alwaysReadsLimeSinceEveryAskingRecordIsAnswered() {
        everyCell(
                (directions, matching) -> {
                    Set<Feed> feeds =
                            PolledFeeds.of(Side.LIME, Examples.rules(directions, matching), ALL);

                    assertThat(feeds).contains(CHANGES, STATUS, BASELINE);
                });
    }

    @Test
    void readsChangesOfTheErpExactlyWhereSomethingFlowsBack() {
        everyCell(
                (directions, matching) -> {
                    Set<Feed> feeds =
                            PolledFeeds.of(
                                    Side.ERP, Examples.rules(directions, matching), ERP_FEEDS);

                    assertThat(feeds.contains(CHANGES)).isEqualTo(directions.flowsBack());
                });
    }

    @Test
    void listsWhereRecordsAreLookedForAndWhereNewOnesAreToldFromOld() {
        everyCell(
                (directions, matching) -> {
                    for (Side side : Side.values()) {
                        Set<Feed> feeds =
                                PolledFeeds.of(side, Examples.rules(directions, matching), ALL);

                        assertThat(feeds.contains(INDEX))
                                .isEqualTo(
                                        isLookedFor(side, directions, matching)
                                                || (side == Side.ERP
                                                        && directions.mayCreateFrom(Side.ERP)));
                    }
                });
    }

    @Test
    void pollsNoFeedThatTheConnectorHasNot() {
        Set<Feed> feeds =
                PolledFeeds.of(
                        Side.LIME,
                        Examples.rules(NamedDirections.ERP_ONLY, Matching.LINK),
                        EnumSet.of(CHANGES));

        assertThat(feeds).containsExactly(CHANGES);
    }

    @Test
    void namesEveryLimeFieldThatTheRulesMention() {
        Set<String> fields =
                PolledFeeds.fields(
                        Side.LIME, Examples.rules(NamedDirections.STANDARD, Matching.REPORT));

        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "coworker.email",
                        "registrationno",
                        "name",
                        "phone",
                        "inactive",
                        "erp_id",
                        "erp_status",
                        "erp_errormessage",
                        "erp_firstsynced",
                        "erp_lastsynced");
    }

    @Test
    void namesEveryErpFieldThatTheRulesMention() {
        Set<String> fields =
                PolledFeeds.fields(
                        Side.ERP, Examples.rules(NamedDirections.STANDARD, Matching.REPORT));

        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "OurReference", "OrganisationNumber", "Name", "Active", "CustomerNumber");
    }

    private static boolean isLookedFor(Side side, Directions directions, Matching matching) {
        return matching != Matching.OFF && directions.mayCreateFrom(side.other());
    }

    private static void everyCell(Cell check) {
        for (Set<Side> create : SIDES) {
            for (Set<Side> update : SIDES) {
                for (Matching matching : Matching.values()) {
                    check.of(new Directions(create, update), matching);
                }
            }
        }
    }

    private interface Cell {
        void of(Directions directions, Matching matching);
    }
}
