package io.erpsync.connector.limit;

import static io.erpsync.model.Urgency.BACKGROUND;
import static io.erpsync.model.Urgency.INTERACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private final WaitingLine<String> line = new WaitingLine<>();

    @Test
    void letsInteractiveRequestsGoFirst() {
        line.join("a", BACKGROUND, "a1");
        line.join("a", BACKGROUND, "a2");
        line.join("b", INTERACTIVE, "b1");

        List<String> order = drain();

        assertThat(order).containsExactly("b1", "a1", "a2");
    }

    @Test
    void takesLanesInTurnHoweverLongTheirQueues() {
        for (int i = 1; i <= 4; i++) {
            line.join("a", BACKGROUND, "a" + i);
        }
        line.join("b", BACKGROUND, "b1");
        line.join("c", BACKGROUND, "c1");
        line.join("b", BACKGROUND, "b2");

        List<String> order = drain();

        assertThat(order).containsExactly("a1", "b1", "c1", "a2", "b2", "a3", "a4");
    }

    @Test
    void putsALaneThatComesBackAtTheEndOfTheRound() {
        line.join("a", BACKGROUND, "a1");
        line.join("b", BACKGROUND, "b1");
        line.next();
        line.join("a", BACKGROUND, "a2");

        List<String> order = drain();

        assertThat(order).containsExactly("b1", "a2");
    }

    @Test
    void forgetsWhoLeaves() {
        line.join("a", BACKGROUND, "a1");
        line.join("b", BACKGROUND, "b1");
        line.join("b", BACKGROUND, "b2");

        line.leave("a", BACKGROUND, "a1");
        line.leave("b", BACKGROUND, "b1");

        assertThat(drain()).containsExactly("b2");
    }

    @Test
    void saysWhoIsFirstWithoutTakingThem() {
        assertThat(line.first()).isNull();

        line.join("a", BACKGROUND, "a1");

        assertThat(line.first()).isEqualTo("a1");
        assertThat(line.first()).isEqualTo("a1");
    }

    @Test
    void servesEveryLaneOfManyWithinOneRound() {
        for (int lane = 0; lane < 50; lane++) {
            for (int i = 0; i <= lane; i++) {
                line.join("lane" + lane, BACKGROUND, lane + "/" + i);
            }
        }

        List<String> order = drain();

        assertThat(order.subList(0, 50)).allMatch(served -> served.endsWith("/0"));
        assertThat(order).hasSize(50 * 51 / 2);
    }

    private List<String> drain() {
        List<String> order = new ArrayList<>();
        for (String next = line.next(); next != null; next = line.next()) {
            order.add(next);
        }
        return order;
    }
}
