package io.erpsync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.ConnectionName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

    private static final ConnectionName ACME = new ConnectionName("acme");
    private static final ConnectionName ACME_TWO = new ConnectionName("acme-two");

    private final KeyValueStore<String, byte[]> store =
            Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore("waiting"),
                            Serdes.String(),
                            Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
    private final WaitingRoom room = new WaitingRoom(store);

    @BeforeEach
    void open() {
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    }

    @Test
    void keepsTheOrderOfEachConnection() {
        for (int i = 0; i < 12; i++) {
            put(ACME, "a" + i);
            put(ACME_TWO, "b" + i);
        }

        assertThat(texts(ACME, 99))
                .containsExactly(
                        "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11");
        assertThat(texts(ACME_TWO, 2)).containsExactly("b0", "b1");
    }

    @Test
    void isEmptyOnceAllWereTakenOut() {
        put(ACME, "a");
        put(ACME, "b");

        room.remove(ACME, room.first(ACME, 1).getFirst().key);
        assertThat(room.holds(ACME)).isTrue();
        room.remove(ACME, room.first(ACME, 1).getFirst().key);

        assertThat(room.holds(ACME)).isFalse();
        assertThat(room.connections()).isEmpty();
    }

    @Test
    void knowsWhoWaitsAfterARestart() {
        put(ACME, "a");
        put(ACME_TWO, "b");

        WaitingRoom reopened = new WaitingRoom(store);

        assertThat(reopened.connections()).containsExactly(ACME, ACME_TWO);
        reopened.put(ACME, bytes("c"));
        assertThat(texts(ACME, 9)).containsExactly("a", "c");
    }

    private void put(ConnectionName connection, String text) {
        room.put(connection, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> texts(ConnectionName connection, int most) {
        return room.first(connection, most).stream()
                .map(kept -> new String(kept.value, StandardCharsets.UTF_8))
                .toList();
    }
}
