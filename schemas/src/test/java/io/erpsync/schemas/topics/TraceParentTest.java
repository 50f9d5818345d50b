package io.erpsync.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceParentTest {

    private static final String JOURNEY = "0af76519-16cd-43dd-8448-eb211c80319c";

    @Test
    void makesTheJourneyTheTrace() {
        assertThat(TraceParent.of(JOURNEY, "es-1-4"))
                .matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01");
    }

    @Test
    void givesEachRecordOfAJourneyASpanOfItsOwn() {
        assertThat(TraceParent.of(JOURNEY, "es-1-4"))
                .isEqualTo(TraceParent.of(JOURNEY, "es-1-4"))
                .isNotEqualTo(TraceParent.of(JOURNEY, "es-1-5"));
    }

    @Test
    void standsAJourneyThatHasAnotherKindOfId() {
        assertThat(TraceParent.of("", "x")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
}
