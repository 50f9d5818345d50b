package io.erpsync.connection.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.defaults.ShippedDefaults;
import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.model.SystemName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsAFileThatIsWhole() throws IOException {
        ParsedConnection parsed = ConnectionParser.parse("README.md", sample());

        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.warnings()).isEmpty();
    }

    @Test
    void showsEveryKey() throws IOException {
        List<String> keys = new ArrayList<>();
        Stream.of(
                        Keys.FILE,
                        Keys.LIME_REQUIRED,
                        Keys.LIME_OPTIONAL,
                        Keys.POLL,
                        Keys.BRAKE,
                        Keys.OBJECT,
                        Keys.MAPPING,
                        Keys.PAIR,
                        Keys.LIME_PROPERTIES)
                .flatMap(Set::stream)
                .forEach(keys::add);
        for (String system : ShippedDefaults.SYSTEMS) {
            ShippedDefaults defaults =
                    Objects.requireNonNull(ShippedDefaults.of(new SystemName(system)));
            keys.addAll(defaults.requiredAccess());
            keys.addAll(defaults.optionalAccess());
        }

        String sample = sample();

        assertThat(keys)
                .allSatisfy(key -> assertThat(sample).containsPattern("(^|[\\s{])" + key + ":"));
    }

    @Test
    void showsEveryWordForWhatMayFlow() throws IOException {
        Stream<String> words =
                Stream.of(
                                Words.of(Mode.values()).keySet(),
                                Words.of(Matching.values()).keySet(),
                                Words.DIRECTIONS.keySet())
                        .flatMap(Set::stream);

        String sample = sample();

        assertThat(words).allSatisfy(word -> assertThat(sample).contains(word));
    }

    @Test
    void namesEveryCredentialOfAnApp() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        for (String system : ShippedDefaults.SYSTEMS) {
            ShippedDefaults defaults =
                    Objects.requireNonNull(ShippedDefaults.of(new SystemName(system)));
            assertThat(defaults.appCredentials())
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(readme).contains(key + ":"));
        }
    }

    @Test
    void hasAWordForEveryNamedMatrix() {
        List<Directions> named =
                Arrays.stream(NamedDirections.values()).map(NamedDirections::directions).toList();

        assertThat(Words.DIRECTIONS.values()).containsExactlyElementsOf(named);
    }

    private static String sample() throws IOException {
        Matcher matcher = YAML.matcher(Files.readString(Path.of("README.md")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
