package io.erpsync.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.Cluster;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final ConnectionName ACME = new ConnectionName("acme");
    private static final SystemName FORTNOX = new SystemName("fortnox");

    @Test
    void encodesEachPartSoThatSlashesStayBetweenParts() {
        String key = Keys.of(ACME, new RecordReference(FORTNOX, "customer", "7/å b+%"));

        assertThat(key).isEqualTo("acme/fortnox/customer/7%2F%C3%A5%20b%2B%25");
    }

    @Test
    void startsEveryKeyWithTheConnection() {
        LinkId link = new LinkId("l-1");
        Set<String> keys =
                Set.of(
                        Keys.of(ACME, new RecordReference(FORTNOX, "customer", "7")),
                        Keys.ofNew(ACME, FORTNOX, "customer", link),
                        Keys.ofLink(ACME, link),
                        Keys.ofControl(ACME, "q-1"),
                        Keys.ofHint(ACME, "company", "7"),
                        Keys.ofCursor(ACME, FORTNOX, "customer", "changes"),
                        Keys.ofCatalogue(ACME, FORTNOX, "customer"),
                        Keys.ofUnreadable("acme", "results", 3, 17));

        assertThat(keys).hasSize(8).allMatch(key -> Keys.connectionPart(key).equals("acme"));
    }

    @Test
    void partitionsByTheConnectionAlone() {
        long seed = 20261123;
        Random random = new Random(seed);
        Set<Integer> used = new HashSet<>();

        for (int round = 0; round < 1000; round++) {
            String connection = "c-" + random.nextInt(200);
            String key = connection + "/any/" + random.nextInt();
            int partition = Partitions.of(key, 24);

            assertThat(partition).isEqualTo(Partitions.of(connection, 24)).isBetween(0, 23);
            assertThat(Partitions.of(key.getBytes(StandardCharsets.UTF_8), 24))
                    .isEqualTo(partition);
            used.add(partition);
        }
        assertThat(used).hasSize(24);
    }

    @Test
    void neverMovesAConnection() {
        // A changed hash would part a connection's old records from its new ones.
        assertThat(Partitions.of("acme", 24)).isEqualTo(12);
    }

    @Test
    void refusesARecordWithoutKey() {
        try (ConnectionPartitioner partitioner = new ConnectionPartitioner()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    partitioner.partition(
                                            "links", null, null, null, null, Cluster.empty()))
                    .withMessageContaining("links");
        }
    }

    @Test
    void takesAPartThatCannotBeDecodedAsItStands() {
        assertThat(Keys.connectionPart("%zz/lime/company/1")).isEqualTo("%zz");
        assertThat(Keys.connectionPart("%")).isEqualTo("%");
    }
}
