package io.erpsync.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.erpsync.schemas.message.Hint;
import io.erpsync.schemas.testing.FreePorts;
import io.erpsync.schemas.testing.StubRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryClientTest {

    private static final Schema SCHEMA = Hint.getClassSchema();
    private static final String SUBJECT = "hints-value";

    private final StubRegistry registry = StubRegistry.startingAt(5);

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void sendsCredentialsAsConfluentsClientDoes() {
        String expected = basic("anna:s3cret/å");
        int port = Integer.parseInt(registry.url().substring(registry.url().lastIndexOf(':') + 1));

        register(
                Map.of(
                        SerdeKeys.CREDENTIALS_SOURCE,
                        "USER_INFO",
                        SerdeKeys.USER_INFO,
                        "anna:s3cret/å"));
        register(Map.of(SerdeKeys.URL, "http://anna:s3cret%2F%C3%A5@127.0.0.1:" + port + "/"));
        register(Map.of());

        assertThat(registry.requests())
                .extracting(StubRegistry.Request::authorization)
                .containsExactly(expected, expected, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void triesAgainAfterATransientAnswer(int status) {
        registry.answerNext(status, "busy");
        registry.answerNext(status, "");

        assertThat(register(Map.of())).isEqualTo(5);
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void givesUpAfterAllAttemptsAndSaysWhatToDo() {
        for (int times = 0; times < 3; times++) {
            registry.answerNext(503, "");
        }

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> register(Map.of()))
                .withMessageContaining(registry.url())
                .withMessageContaining("503")
                .withMessageContaining("schema.registry.url");
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void asksTheNextAddressWhenOneDoesNotAnswer() {
        String dead = "http://127.0.0.1:" + FreePorts.one();

        int id = register(Map.of(SerdeKeys.URL, dead + " , " + registry.url()));

        assertThat(id).isEqualTo(5);
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void staysWithTheAddressThatAnswered() {
        try (StubRegistry failing = StubRegistry.start();
                RegistryClient client =
                        client(Map.of(SerdeKeys.URL, failing.url() + "," + registry.url()))) {
            failing.answerNext(503, "");

            client.register(SUBJECT, SCHEMA);
            client.register(SUBJECT, SCHEMA);

            assertThat(failing.requests()).hasSize(1);
            assertThat(registry.requests()).hasSize(2);
        }
    }

    @Test
    void saysThatNobodyAnswers() {
        String dead = "http://127.0.0.1:" + FreePorts.one();

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> register(Map.of(SerdeKeys.URL, dead)))
                .withMessageContaining(dead)
                .withMessageContaining("ConnectException");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void saysAtOnceThatCredentialsAreNotAccepted(int status) {
        registry.answerNext(status, "");

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(
                        () ->
                                register(
                                        Map.of(
                                                SerdeKeys.CREDENTIALS_SOURCE,
                                                "USER_INFO",
                                                SerdeKeys.USER_INFO,
                                                "anna:s3cret")))
                .withMessageContaining("basic.auth.user.info")
                .withMessageNotContaining("s3cret");
        assertThat(registry.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 422})
    void reportsASchemaThatIsRefused(int status) {
        registry.answerNext(
                status, "{\"error_code\":" + status + ",\"message\":\"reader field missing\"}");

        assertThatExceptionOfType(SchemaRefused.class)
                .isThrownBy(() -> register(Map.of()))
                .withMessageContaining("hints-value")
                .withMessageContaining("reader field missing");
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void takesAPageOfAProxyForNoAnswerAtAll() {
        for (int times = 0; times < 3; times++) {
            registry.answerNext(404, "<html>not here</html>");
        }

        try (RegistryClient client = client(Map.of())) {
            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(() -> client.schemaOf(7))
                    .withMessageContaining("as no registry does");
        }
    }

    @Test
    void keepsThePathOfTheAddress() {
        try (RegistryClient client =
                client(Map.of(SerdeKeys.URL, registry.url() + "/apis/ccompat/v7/"))) {
            registry.answerNext(200, "{\"id\":9}");

            assertThat(client.idOf(SUBJECT, SCHEMA)).isEqualTo(9);
        }
        assertThat(registry.requests().getFirst().path())
                .isEqualTo("/apis/ccompat/v7/subjects/hints-value");
    }

    @Test
    void interruptionIsUnavailabilityAndStaysMarked() {
        try (RegistryClient client = client(Map.of())) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(() -> client.schemaOf(7))
                    .withMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private int register(Map<String, ?> more) {
        try (RegistryClient client = client(more)) {
            return client.register(SUBJECT, SCHEMA);
        }
    }

    private RegistryClient client(Map<String, ?> more) {
        Map<String, Object> configs = new HashMap<>();
        configs.put(SerdeKeys.URL, registry.url());
        configs.put(SerdeKeys.PAUSE, "1");
        configs.putAll(more);
        return new RegistryClient(RegistrySettings.of(configs));
    }

    private static String basic(String userInfo) {
        return "Basic "
                + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
