package io.erpsync.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.cli.settings.CannotRun;
import io.erpsync.cli.settings.ExitCodes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkNameTest {

    private static final String ONE = "es-1a2b3c4d5e6f7g8h9i0j1k2l";
    private static final String OTHER = "es-9z8y7x6w5v4u3t2s1r0q9p8o";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ONE,
                "es-1a2b3",
                "es-1a2b3c4",
                "[es-1a2b3]",
                "  es-1a2b3 ",
                "ES-1A2B3",
                "[ES-1A2B3] "
            })
    void meansTheLinkThatIsWrittenOnTheCard(String text) {
        assertThat(new LinkName(text).among(List.of(OTHER, ONE), "")).isEqualTo(ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es-1a2b", "es-", "1a2b3c4d5", "es-1a2b3c4d5e6f7g8h9i0j1k2lm", ""})
    void meansNoLinkByLessOrByOtherParts(String text) {
        assertThatThrownBy(() -> new LinkName(text).among(List.of(OTHER, ONE), "of acme"))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("there is no link '" + text + "' of acme");
    }

    @Test
    void saysHowMuchOfTheIdIsNeeded() {
        assertThatThrownBy(() -> new LinkName("es-1").among(List.of(ONE), ""))
                .hasMessageContaining("at least the 8 characters that stand on the card");
        assertThatThrownBy(() -> new LinkName("es-77777").among(List.of(ONE), ""))
                .hasMessageNotContaining("at least");
    }

    @Test
    void isNotSatisfiedWithOneOfSeveral() {
        String twin = "es-1a2b3zzzzzzzzzzzzzzzzzzz";

        assertThatThrownBy(() -> new LinkName("es-1a2b3").among(List.of(twin, ONE), "of acme"))
                .isInstanceOfSatisfying(
                        CannotRun.class,
                        told -> assertThat(told.exitCode()).isEqualTo(ExitCodes.FAULTS))
                .hasMessage(
                        "'es-1a2b3' can be 2 links of acme: "
                                + ONE
                                + ", "
                                + twin
                                + "; give more of the id");
    }

    @Test
    void namesAFewOfVeryMany() {
        List<String> many =
                IntStream.range(10, 40).mapToObj(number -> "es-1a2b3" + number).toList();

        assertThatThrownBy(() -> new LinkName("es-1a2b3").among(many, ""))
                .hasMessageContaining("can be 30 links")
                .hasMessageContaining("es-1a2b314, ...; give more");
    }

    @Test
    void takesAWholeIdBeforeALongerOne() {
        assertThat(new LinkName("es-1a2b3").among(List.of("es-1a2b3", "es-1a2b3c"), ""))
                .isEqualTo("es-1a2b3");
        assertThat(new LinkName("l-1").among(List.of("l-1", "l-12"), "")).isEqualTo("l-1");
    }

    @Test
    void countsALinkThatIsMetTwiceOnce() {
        assertThat(new LinkName("es-1a2b3").among(List.of(ONE, ONE), "")).isEqualTo(ONE);
    }
}
