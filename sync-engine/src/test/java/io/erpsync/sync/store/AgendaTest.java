package io.erpsync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.Side;
import io.erpsync.model.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final ConnectionName ACME = new ConnectionName("acme");
    private static final ConnectionName BIRCH = new ConnectionName("birch");
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final KeyValueStore<String, byte[]> queue = store("queue");
    private final KeyValueStore<String, byte[]> due = store("due");
    private Agenda agenda = new Agenda(queue, due);

    @Test
    void letsUrgentWorkOfTheSideGoFirstAndElseTheLongestWaiting() {
        enqueue(ACME, "a", Side.ERP, Urgency.BACKGROUND, 1);
        enqueue(ACME, "b", Side.ERP, Urgency.INTERACTIVE, 2);
        enqueue(ACME, "c", Side.ERP, Urgency.INTERACTIVE, 3);
        enqueue(ACME, "d", Side.LIME, Urgency.INTERACTIVE, 0);
        enqueue(BIRCH, "e", Side.ERP, Urgency.INTERACTIVE, 0);

        assertThat(agenda.next(ACME, Side.ERP)).isEqualTo(new LinkId("b"));
        assertThat(agenda.next(ACME, Side.LIME)).isEqualTo(new LinkId("d"));
        assertThat(agenda.next(BIRCH, Side.LIME)).isNull();
    }

    /** What is remembered of the head never hides anything, whatever comes and goes. */
    @Test
    void isAQueueThroughEveryComingAndGoing() {
        Random random = new Random(7);
        TreeMap<Long, String> waiting = new TreeMap<>();
        TreeMap<Long, String> keys = new TreeMap<>();
        for (long sequence = 0; sequence < 500; sequence++) {
            String link = "l" + sequence;
            if (random.nextBoolean()) {
                waiting.put(sequence, link);
                keys.put(sequence, enqueue(ACME, link, Side.ERP, Urgency.BACKGROUND, sequence));
            }
            if (!keys.isEmpty() && random.nextInt(5) < 3) {
                List<Long> all = new ArrayList<>(keys.keySet());
                long out =
                        random.nextBoolean() ? all.getFirst() : all.get(random.nextInt(all.size()));
                agenda.dequeue(keys.remove(out));
                waiting.remove(out);
            }
            if (random.nextInt(50) == 0) {
                agenda = new Agenda(queue, due);
            }
            assertThat(agenda.next(ACME, Side.ERP))
                    .isEqualTo(
                            waiting.isEmpty() ? null : new LinkId(waiting.firstEntry().getValue()));
        }
    }

    @Test
    void tellsWhoseTimeHasComeAlsoWhenItWasSetForThePast() {
        String late = remind("late", START.plusSeconds(60));
        remind("soon", START.plusSeconds(1));
        assertThat(links(START)).isEmpty();
        remind("past", START.minusSeconds(5));

        assertThat(links(START)).containsExactly("past");
        assertThat(links(START.plusSeconds(1))).containsExactly("past", "soon");
        agenda.forget(late);
        assertThat(links(START.plusSeconds(90))).containsExactly("past", "soon");
        assertThat(agenda.dueAt(START.plusSeconds(90), 1)).hasSize(1);
    }

    @Test
    void findsAReminderThatIsSetAfterALookFurtherAhead() {
        assertThat(links(START.plusSeconds(90))).isEmpty();
        remind("early", START);

        assertThat(links(START.plusSeconds(91))).containsExactly("early");
    }

    private List<String> links(Instant now) {
        return agenda.dueAt(now, 100).stream().map(entry -> entry.link().value()).toList();
    }

    private String remind(String link, Instant at) {
        return agenda.remind(new Agenda.Entry(ACME, new LinkId(link)), at);
    }

    private String enqueue(
            ConnectionName connection, String link, Side side, Urgency urgency, long sequence) {
        return agenda.enqueue(
                new Agenda.Entry(connection, new LinkId(link)), side, urgency, sequence);
    }

    private static KeyValueStore<String, byte[]> store(String name) {
        KeyValueStore<String, byte[]> store =
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(name),
                                Serdes.String(),
                                Serdes.ByteArray())
                        .withLoggingDisabled()
                        .build();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        return store;
    }
}
