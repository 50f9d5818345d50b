package io.erpsync.connection.secret;

import io.erpsync.connection.defaults.ShippedDefaults;
import io.erpsync.connection.yaml.Faults;
import io.erpsync.connection.yaml.Section;
import io.erpsync.connection.yaml.YamlText;
import io.erpsync.model.SystemName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of an ERP app, which stand once for all connections: in {@code systems.yml} of a
 * settings folder, under the system's name, or in environment variables such as {@code
 * ERPSYNC_FORTNOX_CLIENT_ID}, which win. The file is read at each look.
 */
public final class AppCredentials {

    static final String FILE = "systems.yml";

    private final @Nullable Path folder;
    private final Map<String, String> environment;

    /** {@code folder} is null where the credentials come from the environment alone. */
    public AppCredentials(@Nullable Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** The environment variable that may hold {@code key} of {@code system}. */
    static String variable(SystemName system, String key) {
        return "ERPSYNC_"
                + system.value().toUpperCase(Locale.ROOT)
                + "_"
                + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What stands there for the app of {@code system}; a key that stands nowhere is left out. */
    Map<String, String> of(SystemName system, Faults faults) {
        Map<String, String> credentials = new LinkedHashMap<>();
        List<String> keys = keys(system);
        Map<String, String> inFile = keys.isEmpty() ? Map.of() : inFile(system, faults);
        for (String key : keys) {
            String value = environment.get(variable(system, key));
            String found = value == null || value.isBlank() ? inFile.get(key) : value;
            if (found != null && !found.isBlank()) {
                credentials.put(key, found);
            }
        }
        return credentials;
    }

    static List<String> keys(SystemName system) {
        ShippedDefaults defaults = ShippedDefaults.of(system);
        return defaults == null ? List.of() : defaults.appCredentials();
    }

    private Map<String, String> inFile(SystemName system, Faults faults) {
        if (folder == null) {
            return Map.of();
        }
        try {
            Section root = YamlText.read(Files.readString(folder.resolve(FILE)), faults);
            return root == null ? Map.of() : root.section(system.value()).pairs();
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            faults.add("", "", "the file cannot be read: " + e.getMessage());
            return Map.of();
        }
    }

    @Override
    public String toString() {
        return "AppCredentials[folder " + folder + "]";
    }
}
