package io.erpsync.sync.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the page about bad input to the tests that it names. */
class BadInputPageTest {

    private static final Path PAGE = Path.of("../docs/bad-input.md");
    private static final Pattern NAMED =
            Pattern.compile("\\[`(\\w+)\\.(\\w+)`]\\(([^)]+/(\\w+)\\.java)\\)");

    @Test
    void namesTestsThatExistForEachOfThirteenPoints() throws IOException {
        List<String> rows =
                Files.readAllLines(PAGE).stream()
                        .dropWhile(line -> !line.startsWith("| input |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .toList();

        assertThat(rows).hasSize(14);
        for (String row : rows) {
            String links = row.split(" \\| ", -1)[2];
            Matcher named = NAMED.matcher(links);
            int found = 0;
            while (named.find()) {
                found++;
                assertThat(named.group(4)).isEqualTo(named.group(1));
                assertThat(Files.readString(PAGE.resolveSibling(named.group(3))))
                        .as(named.group())
                        .containsPattern("void\\s+" + named.group(2) + "\\(");
            }
            assertThat(found).as(row).isPositive().isEqualTo(links.split("<br>", -1).length);
        }
    }
}
