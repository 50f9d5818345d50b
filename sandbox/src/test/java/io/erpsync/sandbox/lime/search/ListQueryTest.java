package io.erpsync.sandbox.lime.search;

import static io.erpsync.sandbox.lime.store.Lime.PERSON;
import static io.erpsync.sandbox.lime.store.Lime.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.store.Lime;
import io.erpsync.sandbox.lime.store.LimeApplication;
import io.erpsync.sandbox.lime.store.LimeObject;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {

    private final LimeApplication lime = Lime.application();
    private final Limetype company = lime.limetype("company");

    @BeforeEach
    void twelveCompanies() {
        for (int i = 1; i <= 12; i++) {
            lime.seed(
                    "company",
                    body(
                            "name",
                            "N" + i % 4,
                            "buyingstatus",
                            i % 2 == 0 ? "active" : "empty",
                            "inactive",
                            i > 10,
                            "_timestamp",
                            "2025-06-11T12:00:%02dZ".formatted(i)),
                    PERSON.id());
        }
    }

    @Test
    void showsTenByDefaultAndSaysThatThereIsMore() {
        ListPage page = page();

        assertThat(ids(page)).startsWith(1001L).hasSize(10);
        assertThat(page.hasMore()).isTrue();
        assertThat(page.end()).isEqualTo(10);
    }

    @Test
    void walksAllPagesByOffsetAndEndsOnTheLast() {
        ListPage last = page("_limit", "5", "_offset", "10");

        assertThat(ids(last)).containsExactly(1011L, 1012L);
        assertThat(last.hasMore()).isFalse();
    }

    @Test
    void continuesAfterAnIdEvenWhenThatRecordLeftTheFilter() {
        ListPage page = page("buyingstatus", "active", "_limit", "3", "_offset_id", "1005");

        assertThat(ids(page)).containsExactly(1006L, 1008L, 1010L);
    }

    @Test
    void continuesAfterAnIdInAnyOrder() {
        ListPage page = page("_sort", "-_timestamp", "_limit", "2", "_offset_id", "1010");

        assertThat(ids(page)).containsExactly(1009L, 1008L);
    }

    @Test
    void continuesAfterAnIdThatWasDeleted() {
        lime.delete(PERSON, "company", 1004);

        assertThat(ids(page("_limit", "2", "_offset_id", "1004"))).containsExactly(1005L, 1006L);
    }

    @ParameterizedTest
    @CsvSource({
        "buyingstatus, active, 6",
        "buyingstatus, '', 6",
        "buyingstatus, empty, 6",
        "not-buyingstatus, active, 6",
        "name, N1, 3",
        "not-name, N1, 9",
        "inactive, true, 2",
        "_id, 1003, 1",
        "not-_id, 0, 12",
        "min-_id, 1012, 1",
        "max-_id, 1001, 1",
        "min-_timestamp, 2025-06-11T12:00:12Z, 1",
        "max-_timestamp, 2025-06-11T14:00:01.000000+02:00, 1",
        "min-_timestamp, 2025-06-11, 12",
        "coworker, '', 12",
        "coworker, 5, 0",
        "sort, -name, 12"
    })
    void findsByEachKindOfFilter(String name, String value, int found) {
        assertThat(ids(page(name, value, "_limit", "50"))).hasSize(found);
    }

    @Test
    void bringsFiltersTogetherAndSortsBothWays() {
        ListPage page = page("min-_id", "1003", "max-_id", "1006", "_sort", "-name");

        assertThat(ids(page)).containsExactly(1003L, 1006L, 1005L, 1004L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nosuch",
                "min-nosuch",
                "_sort",
                "_embed",
                "_limit",
                "_offset",
                "_id",
                "inactive",
                "_timestamp",
                "buyingstatus"
            })
    void refusesWhatItDoesNotKnowAndNamesIt(String name) {
        assertThatThrownBy(() -> page(name, "rubbish"))
                .isInstanceOf(LimeRefusal.class)
                .hasMessageContaining(
                        name.equals("_sort") || name.equals("_embed")
                                ? "rubbish"
                                : name.replace("min-", ""));
    }

    private ListPage page(String... namesAndValues) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return ListQuery.of(company, parameters).page(lime.all("company", null));
    }

    private static List<Long> ids(ListPage page) {
        return page.objects().stream().map(LimeObject::id).toList();
    }
}
