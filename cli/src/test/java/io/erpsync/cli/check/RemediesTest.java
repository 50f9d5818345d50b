package io.erpsync.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.model.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RemediesTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void hasARemedyForEveryReasonOnEitherSide(Reason reason) {
        assertThat(Remedies.subject(reason)).isNotBlank();
        assertThat(Remedies.of(reason, Side.LIME)).isNotBlank();
        assertThat(Remedies.of(reason, Side.ERP)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_AUTHORISED, key, true, api-key, client-secret",
        "NO_LICENCE, scopes, true, licence, companyinformation",
        "TARGET_UNAVAILABLE, address, false, lime.url, erp.url",
        "SETTINGS_FAULT, address, false, lime.url, erp.url",
        "RECORD_GONE, address, false, lime.url, erp.url",
        "RATE_LIMITED, rate limit, true, wait, wait"
    })
    void pointsToWhatIsWrong(
            Reason reason, String subject, boolean answered, String lime, String erp) {
        assertThat(Remedies.subject(reason)).isEqualTo(subject);
        assertThat(Remedies.hasAnswered(reason)).isEqualTo(answered);
        assertThat(Remedies.of(reason, Side.LIME)).contains(lime);
        assertThat(Remedies.of(reason, Side.ERP)).contains(erp);
    }

    @Test
    void countsRequestsAndThoseThatWereTooFast() {
        CountedGate gate = new CountedGate();

        gate.enter(Urgency.BACKGROUND).answered();
        gate.enter(Urgency.INTERACTIVE).lost();
        assertThat(gate.line("lime", 10).mark()).isEqualTo(CheckLine.Mark.OK);
        gate.enter(Urgency.BACKGROUND).refused(null);

        CheckLine line = gate.line("lime", 10);
        assertThat(line.mark()).isEqualTo(CheckLine.Mark.WARNING);
        assertThat(line.subject()).isEqualTo("lime rate limit");
        assertThat(line.found()).startsWith("1 of this check's 3 were refused; 10 requests a sec");
    }
}
