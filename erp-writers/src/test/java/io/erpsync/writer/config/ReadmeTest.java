package io.erpsync.writer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

class ReadmeTest {

    @Test
    void namesEverySettingWithItsVariableAndDefault() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (RecordComponent component : WriterSettings.class.getRecordComponents()) {
            String key = "erpsync." + kebab(component.getName());
            boolean open = component.getType().equals(Map.class);
            expected.put(open ? key + ".*" : key, variable(key) + (open ? "_*" : ""));
        }
        expected.put("server.port", "SERVER_PORT");
        expected.put("server.address", "SERVER_ADDRESS");

        Map<String, String> told = new TreeMap<>();
        rows().forEach(row -> told.put(row.get(1), row.get(0)));

        assertThat(told).isEqualTo(expected);
    }

    @Test
    void tellsTheDefaultsOfTheCode() throws IOException {
        Map<String, String> told = new TreeMap<>();
        rows().forEach(row -> told.put(row.get(1), row.get(3)));

        for (var parameter : WriterSettings.class.getDeclaredConstructors()[0].getParameters()) {
            DefaultValue byDefault = parameter.getAnnotation(DefaultValue.class);
            if (byDefault != null && byDefault.value().length == 1) {
                assertThat(told)
                        .containsEntry(
                                "erpsync." + kebab(parameter.getName()), byDefault.value()[0]);
            }
        }
    }

    /** The cells of the table of settings, without marks. */
    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `ERPSYNC_") || line.startsWith("| `SERVER_"))
                .map(line -> Arrays.stream(line.split("\\|", -1)).skip(1))
                .map(cells -> cells.map(cell -> cell.strip().replaceAll("^`|`$", "")).toList())
                .toList();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String variable(String key) {
        return key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
