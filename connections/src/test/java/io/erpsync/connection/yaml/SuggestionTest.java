package io.erpsync.connection.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KEYS = List.of("create-from", "update-from", "match");

    @ParameterizedTest
    @CsvSource({
        "update-form, update-from",
        "updatefrom, update-from",
        "Update_From, update-from",
        "macth, match",
        "creat-from, create-from"
    })
    void proposesTheNearestWord(String written, String meant) {
        assertThat(Suggestion.among(KEYS, written)).endsWith("did you mean '" + meant + "'?");
    }

    @Test
    void proposesNothingForAStranger() {
        assertThat(Suggestion.among(KEYS, "banana"))
                .isEqualTo("known are create-from, update-from, match");
    }
}
