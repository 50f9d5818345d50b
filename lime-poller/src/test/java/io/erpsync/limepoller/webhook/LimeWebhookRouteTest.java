package io.erpsync.limepoller.webhook;

import static io.erpsync.limepoller.webhook.RouteWorld.SECRET;
import static io.erpsync.limepoller.webhook.RouteWorld.signed;
import static io.erpsync.limepoller.webhook.RouteWorld.update;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.schemas.message.Hint;
import io.erpsync.schemas.message.HintSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimeWebhookRouteTest {

    private static final int LONGEST = 256 * 1024;
    private static final int BURST = 500;

    @TempDir private Path connections;
    private RouteWorld world;

    @BeforeEach
    void open() {
        world = new RouteWorld(connections, true, Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void keepsTheHintOfASignedDelivery() {
        int answer = world.deliver("acme", update("1042"));

        assertThat(answer).isEqualTo(202);
        assertThat(world.keys()).containsExactly("acme/hint/company/1042");
        Hint hint = world.hints().getFirst();
        assertThat(hint.getConnection()).isEqualTo("acme");
        assertThat(hint.getReference().getSystem()).isEqualTo("lime");
        assertThat(hint.getReference().getType()).isEqualTo("company");
        assertThat(hint.getReference().getId()).isEqualTo("1042");
        assertThat(hint.getSource()).isEqualTo(HintSource.WEBHOOK);
        assertThat(hint.getAt()).isEqualTo(RouteWorld.NOW);
    }

    @Test
    void checksTheSignatureOverTheBytesAsTheyCame() {
        byte[] spaced = ("  " + update("7") + "\r\n").getBytes(UTF_8);
        byte[] latin =
                "{\"event\":\"company.new\",\"body\":{\"id\":8,\"v\":\"\u00e5\"}}".getBytes(UTF_8);

        assertThat(world.deliver("acme", spaced, signed(SECRET, spaced))).isEqualTo(202);
        assertThat(world.deliver("acme", spaced, signed(SECRET, update("7").getBytes(UTF_8))))
                .isEqualTo(401);
        assertThat(world.deliver("acme", latin, signed(SECRET, latin))).isEqualTo(202);
        assertThat(world.keys()).containsExactly("acme/hint/company/7", "acme/hint/company/8");
    }

    @Test
    void takesTheDigitsOfASignatureInEitherCase() {
        byte[] body = update("7").getBytes(UTF_8);
        String digits = signed(SECRET, body).substring("sha256=".length());

        assertThat(world.deliver("acme", body, "sha256=" + digits.toUpperCase(Locale.ROOT)))
                .isEqualTo(202);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "sha256=",
                "sha256=00",
                "sha256=not-hex",
                "sha1=5bdcc146bf60754e6a042426089575c75a003f08",
                "v2=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            })
    void believesNoOtherSignature(String signature) {
        assertThat(world.deliver("acme", update("7").getBytes(UTF_8), signature)).isEqualTo(401);
        assertThat(world.hints()).isEmpty();
    }

    @Test
    void believesNotTheSecretOfAnother() {
        byte[] body = update("7").getBytes(UTF_8);

        assertThat(world.deliver("acme", body, signed("Hush", body))).isEqualTo(401);
        assertThat(world.hints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unhooked", "unset", "empty"})
    void believesNothingWithoutASecret(String connection) {
        byte[] body = update("7").getBytes(UTF_8);

        assertThat(world.deliver(connection, update("7"))).isEqualTo(401);
        assertThat(world.deliver(connection, body, null)).isEqualTo(401);
        assertThat(world.hints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "resting", "No Name", "ACME", "..", "acme%2F"})
    void knowsOnlyConnectionsThatAreOn(String connection) {
        assertThat(world.deliver(connection, update("7"))).isEqualTo(404);
        assertThat(world.hints()).isEmpty();
    }

    @Test
    void takesHintsForAConnectionThatIsOnlyObserved() {
        assertThat(world.deliver("watched", update("7"))).isEqualTo(202);
        assertThat(world.keys()).containsExactly("watched/hint/company/7");
    }

    @Test
    void takesABodyUpToItsLongestAndNoLonger() {
        String delivery = update("7");
        String longest = delivery + " ".repeat(LONGEST - delivery.length());

        assertThat(world.deliver("acme", longest)).isEqualTo(202);
        assertThat(world.deliver("acme", longest + " ")).isEqualTo(413);
        assertThat(world.deliver("acme", " ".repeat(8 * LONGEST).getBytes(UTF_8), null))
                .isEqualTo(413);
        assertThat(world.hints()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{\"event\":\"company.update\"",
                "[]",
                "null",
                "{}",
                "{\"event\":\"company.update\",\"body\":{}}",
                "{\"event\":\"company.update\",\"body\":{\"id\":\" \"}}",
                "{\"event\":\"company.update\",\"body\":{\"values\":{\"id\":7}}}",
                "{\"event\":\"update\",\"body\":{\"id\":7}}"
            })
    void saysThatABodyNamesNoRecordToWhoeverMaySignIt(String body) {
        assertThat(world.deliver("acme", body)).isEqualTo(400);
        assertThat(world.deliver("acme", body.getBytes(UTF_8), null)).isEqualTo(401);
        assertThat(world.hints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "deal", "Company", "companyx"})
    void hasNoUseForATypeThatIsNotKeptInStep(String limetype) {
        String body =
                "{\"event\":\"%s.update\",\"body\":{\"id\":7,\"limetype\":\"%s\"}}"
                        .formatted(limetype, limetype);

        assertThat(world.deliver("acme", body)).isEqualTo(202);
        assertThat(world.hints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "update", "delete", "restore", "something-new"})
    void looksWhateverIsSaidToHaveHappened(String event) {
        String body = "{\"event\":\"company.%s\",\"body\":{\"id\":7}}".formatted(event);

        assertThat(world.deliver("acme", body)).isEqualTo(202);
        assertThat(world.keys()).containsExactly("acme/hint/company/7");
        assertThat(world.hints().getFirst().getDeleted())
                .as("no poll will show it")
                .isEqualTo(event.equals("delete"));
    }

    @Test
    void keepsAHintForEachOfSeveralDeliveriesOfOneChange() {
        for (int time = 0; time < 3; time++) {
            assertThat(world.deliver("acme", update("7"))).isEqualTo(202);
        }

        assertThat(world.keys()).containsOnly("acme/hint/company/7").hasSize(3);
    }

    @Test
    void standsABurst() throws InterruptedException, ExecutionException {
        List<Integer> answers = burst();

        assertThat(answers).hasSize(BURST).containsOnly(202);
        assertThat(world.keys())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, BURST)
                                .mapToObj(id -> "acme/hint/company/" + id)
                                .toList());
    }

    @Test
    void saysThatTheBrokersRefused() {
        world.producer().sendException = new TimeoutException("no metadata within 5000 ms");
        assertThat(world.deliver("acme", update("7"))).isEqualTo(503);

        world.producer().sendException = new KafkaException("not allowed");
        assertThat(world.deliver("acme", update("7"))).isEqualTo(503);

        world.producer().sendException = null;
        assertThat(world.deliver("acme", update("7"))).isEqualTo(202);
    }

    @Test
    void waitsForSilentBrokersNoLongerThanItsPatience()
            throws InterruptedException, ExecutionException {
        try (RouteWorld silent = new RouteWorld(connections, false, Duration.ofMillis(300))) {
            assertThat(silent.deliver("acme", update("7"))).isEqualTo(503);
        }
        try (RouteWorld silent = new RouteWorld(connections, false, Duration.ofSeconds(1))) {
            world = silent;
            long began = System.nanoTime();

            List<Integer> answers = burst();

            assertThat(answers).hasSize(BURST).containsOnly(503);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void saysThatAnAnswerFromTheBrokersWasNo() throws InterruptedException, ExecutionException {
        try (RouteWorld slow = new RouteWorld(connections, false, Duration.ofSeconds(20));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> refused = threads.submit(() -> slow.deliver("acme", update("7")));
            while (!slow.producer().errorNext(new TimeoutException("expired"))) {
                Thread.onSpinWait();
            }
            Future<Integer> kept = threads.submit(() -> slow.deliver("acme", update("8")));
            while (!slow.producer().completeNext()) {
                Thread.onSpinWait();
            }

            assertThat(refused.get()).isEqualTo(503);
            assertThat(kept.get()).isEqualTo(202);
        }
    }

    @Test
    void answersNothingElse() {
        assertThat(world.get("/webhooks/lime/acme")).isEqualTo(404);
        assertThat(world.get("/webhooks/lime")).isEqualTo(404);
    }

    private List<Integer> burst() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running =
                    IntStream.range(0, BURST)
                            .mapToObj(id -> update(Integer.toString(id)))
                            .map(body -> threads.submit(() -> world.deliver("acme", body)))
                            .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
