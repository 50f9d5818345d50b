package io.erpsync.sandbox.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.sandbox.fault.FaultKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

class ReadmeTest {

    private final String readme = read();

    @Test
    void namesEverySettingWithItsDefault() {
        assertThat(settings("sandbox", SandboxSettings.class))
                .hasSize(11)
                .allSatisfy(row -> assertThat(readme.lines()).anyMatch(line -> line.matches(row)));
    }

    @Test
    void namesEveryKindOfFault() {
        assertThat(FaultKind.values())
                .allSatisfy(kind -> assertThat(readme).contains("| `" + kind.wireName() + "` |"));
    }

    private static Stream<String> settings(String prefix, Class<?> settings) {
        return Stream.of(settings.getRecordComponents())
                .flatMap(
                        component -> {
                            String name = prefix + "." + kebab(component.getName());
                            return component.getType().isRecord()
                                    ? settings(name, component.getType())
                                    : Stream.of(row(name, settings, component));
                        });
    }

    private static String row(String name, Class<?> settings, RecordComponent component) {
        boolean open = component.getType() == Map.class;
        String variable = name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
        return "\\| `%s%s` \\| `%s%s` \\| .+ \\| %s \\|"
                .formatted(
                        variable,
                        open ? "_\\*" : "",
                        name,
                        open ? ".\\*" : "",
                        open ? "none" : "`" + defaultOf(settings, component) + "`");
    }

    private static String defaultOf(Class<?> settings, RecordComponent component) {
        RecordComponent[] components = settings.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(component.getName())) {
                DefaultValue value =
                        settings.getDeclaredConstructors()[0].getParameters()[i].getAnnotation(
                                DefaultValue.class);
                return String.join(",", value.value());
            }
        }
        throw new IllegalStateException(component.getName());
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
