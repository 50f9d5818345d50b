package io.erpsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.erpsync.sandbox.config.SandboxSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsIT {

    private static final String COMPANY = "limeobject/company/1001/";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.standard().withRates(100));
    private final Client client = new Client(sandbox.baseUrl());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void answersAnErrorCodeWithoutDoingAnything() throws IOException {
        seedCompany();
        client.fault(
                """
                {"system":"lime","application":"demo","method":"PUT","kind":"status","status":503,
                 "pathRegex":"/company/1001","body":"{\\"message\\":\\"busy\\"}"}""");

        HttpResponse<String> refused = client.lime("PUT", COMPANY, "{\"phone\":\"1\"}");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("busy");
        assertThat(client.ledger("")).isEmpty();
        assertThat(client.lime("PUT", COMPANY, "{\"phone\":\"1\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void doesItAtOnceAndAnswersLate() throws IOException {
        seedCompany();
        client.fault("{\"kind\":\"slow\",\"delayMillis\":400}");
        Instant start = Instant.now();

        client.lime("PUT", COMPANY, "{\"phone\":\"1\"}");

        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(390));
        assertThat(client.ledger("")).hasSize(1);
    }

    @Test
    void doesItAndDropsTheConnection() throws IOException {
        String token = client.token();
        client.fault("{\"system\":\"fortnox\",\"kind\":\"commit-then-drop\",\"method\":\"POST\"}");

        assertThatThrownBy(() -> createCustomer(token)).isInstanceOf(IOException.class);

        assertThat(client.ledger("system=fortnox")).hasSize(1);
        assertThat(createCustomer(token).statusCode()).isEqualTo(201);
    }

    @Test
    void cutsTheLineAndDoesItLater() throws IOException {
        seedCompany();
        client.fault("{\"kind\":\"cut-and-commit-later\",\"method\":\"PUT\",\"delayMillis\":500}");

        assertThatThrownBy(() -> client.lime("PUT", COMPANY, "{\"phone\":\"1\"}"))
                .isInstanceOf(IOException.class);

        assertThat(client.ledger("")).isEmpty();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(client.ledger("")).hasSize(1));
    }

    @Test
    void showsThePastToOneReader() throws IOException {
        client.send(
                "POST",
                "/sandbox/lime/demo/seed",
                "[{\"name\":\"A\",\"phone\":\"old\",\"_timestamp\":\"2025-06-11T12:00:00Z\"}]");
        client.lime("PUT", COMPANY, "{\"phone\":\"new\"}");
        client.fault("{\"kind\":\"stale-read\",\"delayMillis\":60000,\"times\":2}");

        assertThat(client.lime("GET", COMPANY, "").body()).contains("\"phone\":\"old\"");
        assertThat(client.lime("GET", "limeobject/company/", "").body())
                .contains("\"phone\":\"old\"");
        assertThat(client.lime("GET", COMPANY, "").body()).contains("\"phone\":\"new\"");
    }

    @Test
    void refusesAsIfThereWereTooManyRequests() throws IOException {
        String token = client.token();
        client.fault("{\"system\":\"fortnox\",\"kind\":\"rate-limited\",\"retryAfter\":\"3\"}");

        HttpResponse<String> refused = createCustomer(token);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(client.send("GET", "/sandbox/traffic/fortnox", "").body())
                .contains("\"refused\":1");
        assertThat(client.ledger("")).isEmpty();
    }

    @Test
    void answersMalformedBodies() throws IOException {
        seedCompany();
        client.fault("{\"kind\":\"html\"}");
        client.fault("{\"kind\":\"empty-200\"}");

        HttpResponse<String> html = client.lime("PUT", COMPANY, "{\"phone\":\"1\"}");
        assertThat(html.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(html.body()).startsWith("<html>");
        assertThat(client.ledger("")).isEmpty();
        HttpResponse<String> empty = client.lime("PUT", COMPANY, "{\"phone\":\"1\"}");

        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
        assertThat(client.ledger("")).hasSize(1);
    }

    @Test
    void expiresATokenForGood() throws IOException {
        String token = client.token();
        client.fault("{\"system\":\"fortnox\",\"kind\":\"expired-token\"}");

        assertThat(createCustomer(token).body()).isEqualTo("{\"message\":\"unauthorized\"}");
        assertThat(createCustomer(token).statusCode()).isEqualTo(401);
        assertThat(createCustomer(client.token()).statusCode()).isEqualTo(201);
    }

    @Test
    void withdrawsTheConsent() throws IOException {
        client.fault("{\"system\":\"fortnox\",\"tenant\":\"1\",\"kind\":\"consent-revoked\"}");

        HttpResponse<String> refused = client.tokenFor("1", "demo");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("invalid_grant");
        assertThat(client.tokenFor("1", "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void listsItsFaultsAndTakesThemAway() throws IOException {
        client.fault("{\"kind\":\"status\",\"probability\":0.5}");
        assertThat(client.send("GET", "/sandbox/faults", "").body())
                .contains("\"probability\":0.5", "\"times\":null");
        assertThat(client.send("POST", "/sandbox/faults", "{\"kind\":\"rain\"}").statusCode())
                .isEqualTo(400);

        client.send("DELETE", "/sandbox/faults", "");

        assertThat(client.send("GET", "/sandbox/faults", "").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "slow",
                "stale-read",
                "rate-limited",
                "html",
                "empty-200",
                "expired-token"
            })
    void answersWrongWithTheHeadersOfEveryFortnoxAnswer(String kind) throws IOException {
        String token = client.token();
        client.fault("{\"system\":\"fortnox\",\"kind\":\"%s\",\"delayMillis\":1}".formatted(kind));

        HttpResponse<String> answer = client.fortnox(token, "GET", "customers", "");

        assertThat(client.send("GET", "/sandbox/faults", "").body()).contains("\"hits\":1");
        assertThat(answer.headers().map())
                .containsKeys("date", "x-rack-responsetime", "x-uid", "x-build")
                .containsEntry("server", List.of("Fortnox"));
    }

    @Test
    void refusesATokenWithTheHeadersOfEveryFortnoxAnswer() throws IOException {
        client.fault("{\"kind\":\"consent-revoked\"}");

        HttpResponse<String> answer = client.tokenFor("1", "demo");

        assertThat(answer.headers().map())
                .containsKeys("date", "x-uid")
                .containsEntry("server", List.of("Fortnox"));
    }

    @ParameterizedTest
    @CsvSource({
        "status, application/hal+json",
        "rate-limited, application/hal+json",
        "html, text/html;charset=utf-8",
        "empty-200,"
    })
    void answersWrongWithTheHeadersOfEveryLimeAnswer(String kind, @Nullable String contentType)
            throws IOException {
        client.send("POST", "/sandbox/clock", "{\"lime\":-86400000}");
        client.fault("{\"system\":\"lime\",\"kind\":\"%s\"}".formatted(kind));

        HttpResponse<String> answer =
                client.send(
                        "GET",
                        "/lime/demo/api/v1/",
                        "",
                        "x-api-key",
                        "demo",
                        "Accept",
                        "application/hal+json");

        assertThat(date(answer)).isBefore(Instant.now().minus(Duration.ofHours(23)));
        assertThat(answer.headers().firstValue("Content-Type"))
                .isEqualTo(Optional.ofNullable(contentType));
    }

    @Test
    void countsRequestsByTheTrueTimeHoweverWrongAClockIsSet() throws IOException {
        String token = client.token();
        client.send("POST", "/sandbox/traffic/lime", "{\"requests\":1,\"retryAfter\":true}");
        client.send("POST", "/sandbox/traffic/fortnox", "{\"requests\":1,\"retryAfter\":true}");
        client.send("POST", "/sandbox/clock", "{\"lime\":600000,\"fortnox\":600000}");
        assertThat(client.lime("GET", "", "").statusCode()).isEqualTo(200);
        assertThat(client.fortnox(token, "GET", "customers", "").statusCode()).isEqualTo(200);

        client.send("POST", "/sandbox/clock", "{\"lime\":0,\"fortnox\":0}");

        assertThat(wait(client.lime("GET", "", ""))).isBetween(1L, 300L);
        assertThat(wait(client.fortnox(token, "GET", "customers", ""))).isBetween(1L, 5L);
    }

    private static long wait(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).isEqualTo(429);
        return refused.headers().firstValueAsLong("Retry-After").orElseThrow();
    }

    private static Instant date(HttpResponse<String> answer) {
        return Instant.from(
                DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                        answer.headers().firstValue("Date").orElseThrow()));
    }

    @Test
    void setsAClockWrong() throws IOException {
        client.send("POST", "/sandbox/clock", "{\"lime\":-86400000}");

        client.lime("POST", "limeobject/company/", "{\"name\":\"A\"}");

        Map<String, @Nullable Object> entry = client.ledger("").getFirst();
        assertThat(Instant.parse(String.valueOf(entry.get("at"))))
                .isBefore(Instant.now().minus(Duration.ofHours(23)));
    }

    private void seedCompany() throws IOException {
        client.send("POST", "/sandbox/lime/demo/seed", "[{\"name\":\"A\"}]");
    }

    private HttpResponse<String> createCustomer(String token) throws IOException {
        return client.fortnox(token, "POST", "customers", "{\"Customer\":{\"Name\":\"A\"}}");
    }
}
