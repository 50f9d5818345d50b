package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.AccessSettings;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Value;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    private static final LimeSettings SETTINGS =
            LimeSettings.of(
                    new AccessSettings(
                            new ConnectionName("acme"),
                            Map.of("url", "https://lime.test/acme", "api-key", "k"),
                            Duration.ofSeconds(5)));

    private static final Fields SENT =
            Fields.of(
                    Map.of(
                            "name", Value.text("Nordlys"),
                            "registrationno", Value.text("559001-1234"),
                            "erp_id", Value.text("C00042")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "The value of registrationno is longer than the allowed 16 characters | VALUE_TOO_LONG | registrationno",
                "value of field 'Registration number' is longer than the allowed 16 characters | VALUE_TOO_LONG | registrationno",
                "name: too long | VALUE_TOO_LONG | name",
                "The property name is required | REQUIRED_MISSING | name",
                "The property emailinvoice is required | REQUIRED_MISSING | emailinvoice",
                "'gold' is not an option of property coworker | UNKNOWN_OPTION | coworker",
                "The value of employees must be an integer, not null | INVALID_VALUE | employees",
                "The limetype company has no property named colour | MAPPING_NOT_VALID |",
                "Unknown property: registrationno | MAPPING_NOT_VALID | registrationno",
                "erp_id must be unique: C00042 | NUMBER_TAKEN | erp_id",
                "Kunden är spärrad av ekonomi | REFUSED_BY_RULE |",
                "Automation 'Credit check' failed | REFUSED_BY_RULE |",
                "The request is invalid | REFUSED_BY_RULE |"
            })
    void findsTheReasonAndThePropertyInLimesWords(
            String words, Reason reason, @Nullable String field) {
        Outcome.Refused refused = new Refusal(SETTINGS, Companies.type(), SENT).read(words);

        assertThat(refused).isEqualTo(new Outcome.Refused(reason, field, words));
    }

    @Test
    void seesThatTheStatusHasMovedOn() {
        Fields sent = SENT.with("erp_status", Value.text("inprocess"));

        Outcome.Refused refused =
                new Refusal(SETTINGS, Companies.type(), sent)
                        .read("erp_status cannot go from synced to inprocess");

        assertThat(refused.reason()).isEqualTo(Reason.STATUS_MOVED_ON);
        assertThat(refused.field()).isEqualTo("erp_status");
    }

    @Test
    void tellsAStatusThatLimeDoesNotHaveFromOneThatMovedOn() {
        Fields sent = Fields.NONE.with("erp_status", Value.text("waiting"));

        Outcome.Refused refused =
                new Refusal(SETTINGS, Companies.type(), sent)
                        .read("'waiting' is not an option of property erp_status");

        assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_OPTION);
    }
}
