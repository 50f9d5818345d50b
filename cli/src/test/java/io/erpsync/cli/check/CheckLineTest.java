package io.erpsync.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.cli.text.Ink;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckLineTest {

    private static final CheckLine GOOD = CheckLine.ok("lime key", "accepted");
    private static final CheckLine NOTED = CheckLine.note("lime trigger", "unseen", "edit one");
    private static final CheckLine DOUBTFUL = CheckLine.warning("lime clock", "40 s", "use NTP");
    private static final CheckLine BAD = CheckLine.fault("lime user", "3701", "use 2701's key");

    @Test
    void putsSignSubjectFindingAndRemedyOnOneLine() {
        assertThat(List.of(GOOD, NOTED, DOUBTFUL, BAD))
                .extracting(line -> line.sentence(Ink.NONE))
                .containsExactly(
                        "✔ lime key            accepted",
                        "· lime trigger        unseen → edit one",
                        "! lime clock          40 s → use NTP",
                        "✘ lime user           3701 → use 2701's key");
    }

    @Test
    void coloursTheSignByWhatItMeans() {
        assertThat(GOOD.sentence(Ink.ANSI)).startsWith("\u001b[32m✔\u001b[0m ");
        assertThat(DOUBTFUL.sentence(Ink.ANSI)).startsWith("\u001b[33m!\u001b[0m ");
        assertThat(BAD.sentence(Ink.ANSI))
                .startsWith("\u001b[31m✘\u001b[0m ")
                .endsWith("\u001b[2m → use 2701's key\u001b[0m");
    }

    @Test
    void sumsUp() {
        assertThat(CheckLine.sum("acme", List.of(GOOD, NOTED)))
                .isEqualTo("acme: 0 faults, 0 warnings; it would work");
        assertThat(CheckLine.sum("acme", List.of(GOOD, DOUBTFUL)))
                .isEqualTo("acme: 0 faults, 1 warning; it would work");
        assertThat(CheckLine.sum("acme", List.of(BAD, BAD, DOUBTFUL, DOUBTFUL)))
                .isEqualTo("acme: 2 faults, 2 warnings; it would not work as it is");
    }

    @Test
    void hasAShapeForPrograms() {
        assertThat(BAD.shape())
                .isEqualTo(
                        Map.of(
                                "mark",
                                "fault",
                                "subject",
                                "lime user",
                                "found",
                                "3701",
                                "remedy",
                                "use 2701's key"));
    }
}
