package io.erpsync.polling.plan;

import static io.erpsync.polling.plan.Examples.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.SystemName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueDoubtsTest {

    /** The records of the examples have a name and nothing else. */
    private static final FieldCatalogue FITTING = catalogue("name");

    private final CatalogueDoubts doubts = new CatalogueDoubts();

    @Test
    void believesRecordsThatFit() {
        assertThat(doubts.raisedBy(FITTING, Set.of("name"), page(2, "p", true).items())).isFalse();
        assertThat(doubts.raisedBy(FITTING, Set.of("name"), List.of())).isFalse();
    }

    @Test
    void doubtsACatalogueWithAFieldThatTheRecordsLost() {
        boolean raised =
                doubts.raisedBy(
                        catalogue("name", "phone"),
                        Set.of("name", "phone"),
                        page(1, "p", true).items());

        assertThat(raised).isTrue();
    }

    @Test
    void doubtsACatalogueWithoutAFieldThatTheRecordsHave() {
        boolean raised =
                doubts.raisedBy(catalogue("phone"), Set.of("name"), page(1, "p", true).items());

        assertThat(raised).isTrue();
    }

    @Test
    void caresForFieldsThatTheRulesSpeakOfAlone() {
        boolean raised =
                doubts.raisedBy(
                        catalogue("name", "phone"), Set.of("name"), page(1, "p", true).items());

        assertThat(raised).isFalse();
    }

    @Test
    void doesNotLookForAPathOverARelation() {
        boolean raised =
                doubts.raisedBy(
                        FITTING, Set.of("name", "coworker.email"), page(1, "p", true).items());

        assertThat(raised).isFalse();
    }

    @Test
    void doubtsOnceWhatASecondLookDoesNotExplain() {
        FieldCatalogue told = catalogue("name", "phone");
        Set<String> wanted = Set.of("name", "phone");
        boolean first = doubts.raisedBy(told, wanted, page(1, "p", true).items());

        boolean second = doubts.raisedBy(told, wanted, page(1, "p", true).items());

        assertThat(first).isTrue();
        assertThat(second).isFalse();
    }

    @Test
    void doubtsAnewAfterAnotherCatalogueWasTold() {
        Set<String> wanted = Set.of("name", "phone");
        boolean first =
                doubts.raisedBy(catalogue("name", "phone"), wanted, page(1, "p", true).items());

        doubts.explained();
        boolean again =
                doubts.raisedBy(catalogue("name", "phone"), wanted, page(1, "p", true).items());

        assertThat(first).isTrue();
        assertThat(again).isTrue();
    }

    private static FieldCatalogue catalogue(String... names) {
        return FieldCatalogue.of(
                SystemName.LIME,
                "company",
                Arrays.stream(names)
                        .map(
                                name ->
                                        new FieldDefinition(
                                                name,
                                                name,
                                                FieldDefinition.Kind.TEXT,
                                                null,
                                                true,
                                                false,
                                                List.of()))
                        .toList());
    }
}
