package io.erpsync.connector.lime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.lime.LimeWebhook.Delivery;
import io.erpsync.connector.lime.LimeWebhook.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimeWebhookTest {

    /** The example of RFC 4231, test case 2. */
    private static final String SECRET = "Jefe";

    private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);
    private static final String SIGNATURE =
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void knowsItsOwnSignature() {
        assertThat(LimeWebhook.verify(SECRET, BODY, SIGNATURE)).isTrue();
    }

    @Test
    void seesAChangedBodyAndAnotherSecret() {
        byte[] changed = "What do ya want for nothing?".getBytes(UTF_8);

        assertThat(LimeWebhook.verify(SECRET, changed, SIGNATURE)).isFalse();
        assertThat(LimeWebhook.verify("jefe", BODY, SIGNATURE)).isFalse();
        assertThat(LimeWebhook.verify("", BODY, SIGNATURE)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256=zz",
                "sha256=5bdcc146",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "v2=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            })
    void refusesEverySignatureThatItCannotCheck(String header) {
        assertThat(LimeWebhook.verify(SECRET, BODY, header)).isFalse();
    }

    @Test
    void trustsTheIdOfTheBodyRatherThanTheOneAmongTheValues() {
        assertThat(
                        read(
                                """
                                {"event": "company.update", "body": {"id": 1042,
                                 "limetype": "company", "values": {"id": 7, "name": "x"}}}
                                """))
                .contains(new Delivery("company", "1042", Kind.UPDATE));
    }

    @ParameterizedTest
    @CsvSource({"new, NEW", "update, UPDATE", "delete, DELETE", "restore, RESTORE", "won, OTHER"})
    void readsWhatHappened(String word, Kind kind) {
        String delivery = "{\"event\":\"company.%s\",\"body\":{\"id\":1042}}".formatted(word);

        assertThat(read(delivery)).contains(new Delivery("company", "1042", kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"event\":\"company.new\",\"body\":{}}", "7"})
    void readsNothingIntoWhatIsNoDelivery(String body) {
        assertThat(read(body)).isEmpty();
    }

    private static java.util.Optional<Delivery> read(String body) {
        return LimeWebhook.read(body.getBytes(UTF_8));
    }
}
