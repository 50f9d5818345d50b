package io.erpsync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.release.Gate;
import io.erpsync.sync.meter.EngineMeters;
import io.erpsync.sync.meter.Standing;
import io.erpsync.sync.store.Tally;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.ClassPathResource;

/** That the tables of the README say what the code does. */
class ReadmeTest {

    private static final Pattern SAMPLE = Pattern.compile("(erpsync_engine_\\w+)\\{([^}]*)}");

    @Test
    void namesEverySettingWithItsVariable() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (RecordComponent component : EngineSettings.class.getRecordComponents()) {
            String key = "erpsync." + kebab(component.getName());
            boolean open = component.getType().equals(Map.class);
            expected.put(open ? key + ".*" : key, variable(key) + (open ? "_*" : ""));
        }
        expected.put("server.port", "SERVER_PORT");
        expected.put("server.address", "SERVER_ADDRESS");

        Map<String, String> told = new TreeMap<>();
        rows("| environment variable |").forEach(row -> told.put(row.get(1), row.get(0)));

        assertThat(told).isEqualTo(expected);
    }

    @Test
    void tellsTheDefaultsOfTheCodeAndOfTheShippedFile() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (var parameter : EngineSettings.class.getDeclaredConstructors()[0].getParameters()) {
            DefaultValue byDefault = parameter.getAnnotation(DefaultValue.class);
            String key = "erpsync." + kebab(parameter.getName());
            if (byDefault != null) {
                boolean open = parameter.getType().equals(Map.class);
                expected.put(open ? key + ".*" : key, open ? "none" : byDefault.value()[0]);
            }
        }
        shipped()
                .forEach(
                        (key, value) -> {
                            String name = key.toString();
                            if (name.startsWith("erpsync.")
                                    || name.equals("server.port")
                                    || name.equals("server.address")) {
                                expected.put(name, value.toString());
                            }
                        });

        Map<String, String> told = new TreeMap<>();
        rows("| environment variable |").forEach(row -> told.put(row.get(1), row.get(3)));

        assertThat(told).isEqualTo(expected);
    }

    @Test
    void namesEveryMetricWithItsTags() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        Matcher samples = SAMPLE.matcher(everyMetric());
        while (samples.find()) {
            String name =
                    samples.group(1).replaceAll("_seconds_(bucket|count|sum|max)$", "_seconds");
            TreeSet<String> tags = new TreeSet<>();
            for (String tag : samples.group(2).split(",", -1)) {
                tags.add(tag.substring(0, tag.indexOf('=')));
            }
            tags.remove("le");
            expected.put(name, String.join(", ", tags));
        }

        Map<String, String> told = new TreeMap<>();
        rows("| metric |").forEach(row -> told.put(row.get(0), row.get(1)));

        assertThat(expected).hasSize(13);
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void letsReadinessHangOnTheTasks() {
        assertThat(shipped().getProperty("management.endpoint.health.group.readiness.include"))
                .contains("engine");
        assertThat(shipped().getProperty("management.endpoints.web.exposure.include"))
                .contains("health")
                .contains("prometheus");
    }

    /** Everything that the engine can show, as Prometheus reads it. */
    private static String everyMetric() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        EngineMeters meters = new EngineMeters(registry);
        var reckoning = meters.read("results");
        reckoning.decided(Account.Kind.SKIP, Why.DONE);
        reckoning.closed();
        meters.commanded("lime", Why.DONE);
        Instant now = Instant.EPOCH;
        Gate gate =
                Gate.NEW
                        .sent(Side.LIME, "c")
                        .answered(
                                Side.LIME,
                                "c",
                                new Outcome.Unavailable(Reason.NOT_AUTHORISED, null, ""),
                                now)
                        .brake(Side.ERP, Gate.NEW.brake(Side.ERP).engaged(now))
                        .paused(true);
        Tally tally =
                new Tally(
                        new TreeMap<>(),
                        new TreeMap<>(Map.of("PARKED", 1)),
                        new TreeMap<>(Map.of("UNREADABLE", 1)));
        meters.show("0_0", List.of(new Standing(new ConnectionName("acme"), gate, tally, false)));
        return registry.scrape();
    }

    private static Properties shipped() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        Properties properties = yaml.getObject();
        return properties == null ? new Properties() : properties;
    }

    /** The cells of the table that begins with {@code head}, without marks. */
    private static List<List<String>> rows(String head) throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
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
