package io.erpsync.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchTest {

    private final List<String> told = new ArrayList<>();
    private final Watch watch =
            new Watch(new Told(told), Duration.ofMillis(200), Duration.ofMillis(5));

    @Test
    void looksUntilItIsSeen() throws IOException {
        AtomicInteger looks = new AtomicInteger();

        boolean seen = watch.sees("the number", () -> looks.incrementAndGet() == 3);

        assertThat(seen).isTrue();
        assertThat(looks).hasValue(3);
        assertThat(told).containsExactly("seen the number");
        assertThat(watch.allSeen()).isTrue();
    }

    @Test
    void losesPatience() throws IOException {
        assertThat(watch.sees("the number", () -> false)).isFalse();

        assertThat(told).containsExactly("missed the number");
        assertThat(watch.allSeen()).isFalse();
    }

    @Test
    void remembersWhatWasMissedOverWhatIsSeenLater() throws IOException {
        watch.sees("the number", () -> false);
        watch.sees("the name", () -> true);

        assertThat(watch.allSeen()).isFalse();
    }

    @Test
    void countsAChapterThatBrokeOffAsMissed() {
        watch.broke("POST answered 500");

        assertThat(told).containsExactly("missed POST answered 500");
        assertThat(watch.allSeen()).isFalse();
    }

    @Test
    void passesOnThatASystemCannotBeAsked() {
        assertThatThrownBy(
                        () ->
                                watch.sees(
                                        "the number",
                                        () -> {
                                            throw new IOException("connection refused");
                                        }))
                .hasMessage("connection refused");
    }

    /** Keeps what it is told. */
    private record Told(List<String> lines) implements Teller {
        @Override
        public void chapter(String title) {
            lines.add(title);
        }

        @Override
        public void seen(String what, Duration took) {
            lines.add("seen " + what);
        }

        @Override
        public void missed(String what, Duration took) {
            lines.add("missed " + what);
        }

        @Override
        public void note(String line) {
            lines.add("note " + line);
        }
    }
}
