package io.erpsync.sandbox.lime.search;

import static io.erpsync.sandbox.lime.store.Lime.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.store.Lime;
import io.erpsync.sandbox.lime.store.LimeApplication;
import io.erpsync.sandbox.lime.store.LimeObject;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryCommandTest {

    private static final Map<String, @Nullable Object> IDS = body("object", body("_id", null));

    private final LimeApplication lime = Lime.application();

    @BeforeEach
    void fourPersonsOfTwoCompanies() {
        lime.seed("company", body("_id", 10, "name", "Alfa", "buyingstatus", "active"), 1);
        lime.seed("company", body("_id", 11, "name", "Beta"), 1);
        lime.seed("person", body("_id", 1, "name", "Anna", "company", 10), 1);
        lime.seed("person", body("_id", 2, "name", "Bo", "company", 10, "inactive", true), 1);
        lime.seed("person", body("_id", 3, "name", "Cilla", "company", 11), 1);
        lime.seed("person", body("_id", 4, "name", "Dan"), 1);
    }

    @ParameterizedTest
    @CsvSource({
        "_id, =, 2, '[2]'",
        "_id, !=, 2, '[1, 3, 4]'",
        "_id, >, 2, '[3, 4]'",
        "_id, >=, 2, '[2, 3, 4]'",
        "_id, <, 2, '[1]'",
        "_id, <=, 2, '[1, 2]'",
        "name, ?, N, '[1, 4]'",
        "name, =?, ci, '[3]'",
        "name, ?=, AN, '[4]'",
        "company.name, =, Alfa, '[1, 2]'",
        "company.buyingstatus, =, active, '[1, 2]'",
        "company, =, 11, '[3]'",
        "company, !=, 11, '[1, 2, 4]'",
        "company, =, , '[4]'",
        "inactive, =, true, '[2]'",
        "_timestamp, >, 2025-06-11T12:05:06.740Z, '[]'",
        "_timestamp, >, 2025-06-11T12:05:06.730Z, '[1, 2, 3, 4]'"
    })
    void findsByEachOperator(String key, String operator, @Nullable String value, String ids) {
        List<Object> found = ids(node(key, operator, value));

        assertThat(found).hasToString(ids);
    }

    @Test
    void bringsComparisonsTogether() {
        Map<String, @Nullable Object> in = node("_id", "IN", List.of(1, 3));
        Map<String, @Nullable Object> anna = node("name", "=", "Anna");
        Map<String, @Nullable Object> dan = node("name", "=", "Dan");

        assertThat(ids(in)).containsExactly(1L, 3L);
        assertThat(ids(body("op", "AND", "exp", List.of(in, anna)))).containsExactly(1L);
        assertThat(ids(body("op", "OR", "exp", List.of(in, dan)))).containsExactly(1L, 3L, 4L);
        assertThat(ids(body("op", "!", "exp", in))).containsExactly(2L, 4L);
        assertThat(ids(null)).hasSize(4);
        assertThat(ids(body())).hasSize(4);
    }

    @Test
    void ordersAndPages() {
        List<Map<String, @Nullable Object>> rows =
                run(
                        body(
                                "limetype",
                                "person",
                                "responseFormat",
                                body("object", body("name", "", "company", body("name", null))),
                                "orderBy",
                                List.of(body("company", "DESC"), body("_id", "ASC")),
                                "limit",
                                2,
                                "offset",
                                1));

        assertThat(rows)
                .containsExactly(
                        body("name", "Anna", "company", body("name", "Alfa")),
                        body("name", "Bo", "company", body("name", "Alfa")));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused(body("responseFormat", IDS), "limetype");
        assertRefused(body("limetype", "person"), "responseFormat");
        assertRefused(body("limetype", "nosuch", "responseFormat", IDS), "nosuch");
        assertRefused(body("limetype", "person", "responseFormat", IDS, "sort", 1), "sort");
        assertRefused(filtered(node("name", "LIKE", "x")), "LIKE");
        assertRefused(filtered(node("nosuch", "=", "x")), "nosuch");
        assertRefused(filtered(node("name.x", "=", "x")), "name");
        assertRefused(filtered(node("_id", "IN", "x")), "IN");
        assertRefused(filtered(body("op", "=", "exp", "x")), "key");
        assertRefused(
                body(
                        "limetype",
                        "person",
                        "responseFormat",
                        IDS,
                        "orderBy",
                        List.of(body("_id", "UP"))),
                "UP");
        assertRefused(body("limetype", "person", "responseFormat", IDS, "limit", -1), "limit");
    }

    @Test
    void refusesAnOrderThatIsNoListOfSingleKeys() {
        assertRefused(ordered(body("_id", "ASC")), "orderBy");
        assertRefused(ordered("_id"), "orderBy");
        assertRefused(ordered(List.of("_id")), "orderBy");
        assertRefused(ordered(List.of(body())), "orderBy");
        assertRefused(ordered(List.of(body("_id", "ASC", "name", "ASC"))), "orderBy");
        assertThat(run(ordered(List.of()))).hasSize(4);
        assertThat(run(ordered(null))).hasSize(4);
    }

    private static Map<String, @Nullable Object> ordered(@Nullable Object orderBy) {
        return body("limetype", "person", "responseFormat", IDS, "orderBy", orderBy);
    }

    private void assertRefused(Map<String, @Nullable Object> query, String naming) {
        assertThatThrownBy(() -> run(query))
                .isInstanceOf(LimeRefusal.class)
                .hasMessageContaining(naming);
    }

    private List<Object> ids(@Nullable Object filter) {
        return Arrays.asList(run(filtered(filter)).stream().map(row -> row.get("_id")).toArray());
    }

    private static Map<String, @Nullable Object> filtered(@Nullable Object filter) {
        return body("limetype", "person", "responseFormat", IDS, "filter", filter);
    }

    private static Map<String, @Nullable Object> node(
            String key, String operator, @Nullable Object value) {
        return body("key", key, "op", operator, "exp", value);
    }

    private List<Map<String, @Nullable Object>> run(Map<String, @Nullable Object> query) {
        return new QueryCommand(query, new Source(lime), (_, value) -> value).run();
    }

    private record Source(LimeApplication lime) implements ObjectSource {

        @Override
        public Limetype limetype(String name) {
            return lime.limetype(name);
        }

        @Override
        public List<LimeObject> all(String limetype) {
            return lime.all(limetype, null);
        }

        @Override
        public @Nullable LimeObject find(String limetype, long id) {
            return lime.find(limetype, id, null);
        }
    }
}
