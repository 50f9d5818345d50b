package io.erpsync.polling.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.limit.Limit;
import io.erpsync.model.SystemName;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** That the tables of the README say what the code does. */
class ReadmeTest {

    private final List<String> lines = Files.readAllLines(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void listsEverySettingByBothItsNames() {
        List<String> names =
                Arrays.stream(PollerSettings.class.getRecordComponents())
                        .map(ReadmeTest::names)
                        .toList();

        assertThat(settings()).extracting(row -> row[1] + row[2]).isEqualTo(names);
    }

    @Test
    void tellsEveryDefault() {
        RecordComponent[] components = PollerSettings.class.getRecordComponents();
        List<String[]> rows = settings();

        for (int i = 0; i < components.length; i++) {
            String told = rows.get(i)[4].strip();
            DefaultValue value = defaultOf(components[i]);
            if (isMap(components[i])) {
                continue;
            }
            if (value != null) {
                assertThat(told).isEqualTo("`" + value.value()[0] + "`");
            } else {
                assertThat(told.equals("required"))
                        .as(components[i].getName())
                        .isEqualTo(!isNullable(components[i]));
            }
        }
    }

    @Test
    void tellsThePublishedLimits() {
        PollerSettings settings = PollerSettingsExample.plain();

        assertThat(PollerLimits.of(SystemName.LIME, settings))
                .isEqualTo(limit(3000 / 5, Duration.ofMinutes(5)));
        assertThat(PollerLimits.of(new SystemName("fortnox"), settings))
                .isEqualTo(limit(25 / 10, Duration.ofSeconds(5)));
        assertThat(settings())
                .anyMatch(
                        row ->
                                row[4].strip()
                                        .equals("Lime 3000 in 5m, 20 %; Fortnox 25 in 5s, 10 %"));
    }

    private static Limit limit(int requests, Duration window) {
        return new Limit(requests, window, Duration.ofSeconds(60));
    }

    private List<String[]> settings() {
        return lines.stream()
                .dropWhile(line -> !line.startsWith("| environment variable |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .toList();
    }

    private static String names(RecordComponent component) {
        String kebab = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        String variable = component.getName().toUpperCase(Locale.ROOT);
        return isMap(component)
                ? " `ERPSYNC_%s_*`  `erpsync.%s.*` ".formatted(variable, kebab)
                : " `ERPSYNC_%s`  `erpsync.%s` ".formatted(variable, kebab);
    }

    private static boolean isMap(RecordComponent component) {
        return component.getType().equals(Map.class);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable DefaultValue defaultOf(RecordComponent component) {
        return Stream.of(PollerSettings.class.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .flatMap(
                        parameter -> Stream.ofNullable(parameter.getAnnotation(DefaultValue.class)))
                .findFirst()
                .orElse(null);
    }
}
