package io.erpsync.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.cli.check.CheckLine.Mark;
import io.erpsync.connector.Identity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityCheckTest {

    @ParameterizedTest
    @CsvSource({
        "556677-8899, 556677-8899, OK",
        "556677-8899, 5566778899, OK",
        "5566778899, 55 66 77 88 99, OK",
        "556677-8899, 556677-8898, FAULT",
        "556677-8899, '', FAULT",
        "'', 556677-8899, WARNING"
    })
    void comparesCompaniesByTheirDigits(String opened, String wanted, Mark mark) {
        CheckLine line = IdentityCheck.company("fortnox", identity(opened, null), wanted);

        assertThat(line.mark()).isEqualTo(mark);
        assertThat(line.subject()).isEqualTo("fortnox company");
    }

    @Test
    void namesBothCompaniesWhereTheyDiffer() {
        CheckLine line =
                IdentityCheck.company("fortnox", identity("556677-8899", null), "556000-0001");

        assertThat(line.found()).contains("Acme AB", "556677-8899", "556000-0001");
        assertThat(line.remedy()).contains("erp.tenant", "erp.company");
    }

    @Test
    void comparesUsersWhereTheSystemTells() {
        assertThat(IdentityCheck.user("lime", identity(null, "2701"), "2701"))
                .isEqualTo(CheckLine.ok("lime user", "the key belongs to user 2701"));
        assertThat(IdentityCheck.user("lime", identity(null, "3701"), "2701"))
                .extracting(CheckLine::mark)
                .isEqualTo(Mark.FAULT);
        assertThat(IdentityCheck.user("lime", identity(null, null), "2701")).isNull();
    }

    @Test
    void warnsWhereNoUserIsNamed() {
        assertThat(IdentityCheck.user("lime", identity(null, "2701"), null))
                .extracting(CheckLine::mark, CheckLine::remedy)
                .containsExactly(Mark.WARNING, "set lime.sync-user to the id of the key's user");
    }

    @ParameterizedTest
    @CsvSource({
        "0, OK, as ours",
        "1, OK, 1 s before ours",
        "-30, OK, 30 s behind ours",
        "31, WARNING, 31 s before ours",
        "-3600, WARNING, 3600 s behind ours"
    })
    void warnsOfClocksThatDifferByMuch(long seconds, Mark mark, String words) {
        CheckLine line = IdentityCheck.clock("lime", Duration.ofSeconds(seconds));

        assertThat(line.mark()).isEqualTo(mark);
        assertThat(line.found()).isEqualTo(words);
    }

    private static Identity identity(@Nullable String company, @Nullable String user) {
        return new Identity("Acme AB", company, user, Duration.ZERO);
    }
}
