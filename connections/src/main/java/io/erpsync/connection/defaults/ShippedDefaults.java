package io.erpsync.connection.defaults;

import io.erpsync.connection.yaml.Faults;
import io.erpsync.connection.yaml.Section;
import io.erpsync.connection.yaml.YamlText;
import io.erpsync.model.ObjectType;
import io.erpsync.model.SystemName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of one ERP: which settings reach it, and the mapping of each object type. They lie
 * on the class path under {@code io/erpsync/connection/defaults/<system>.yml}, where a new ERP puts
 * its own.
 */
public final class ShippedDefaults {

    /** The ERPs that this module itself ships defaults for. */
    public static final List<String> SYSTEMS = List.of("fortnox");

    private final Section access;
    private final Section objects;

    private ShippedDefaults(Section root) {
        this.access = root.section("access");
        this.objects = root.section("objects");
    }

    /** The defaults of that system; null where none are on the class path. */
    public static @Nullable ShippedDefaults of(SystemName system) {
        String file = system + ".yml";
        try (InputStream stream = ShippedDefaults.class.getResourceAsStream(file)) {
            if (stream == null) {
                return null;
            }
            return read(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ShippedDefaults read(String file, String text) {
        Faults faults = new Faults(file);
        Section root = YamlText.read(text, faults);
        if (root == null || !faults.found().isEmpty()) {
            // Ours, not a person's settings: such a build must not run at all.
            throw new IllegalStateException("shipped defaults: " + faults.found());
        }
        return new ShippedDefaults(root);
    }

    /** The keys of the {@code erp} section that must be there. */
    public List<String> requiredAccess() {
        return access.texts("required");
    }

    /** The keys of the {@code erp} section that may be there. */
    public List<String> optionalAccess() {
        return access.texts("optional");
    }

    /** The keys that belong to the app and not to a connection. */
    public List<String> appCredentials() {
        return access.texts("app");
    }

    /** The defaults of that object type, in the keys of a connection file; empty if none. */
    public Section object(ObjectType type) {
        return objects.section(type.word());
    }
}
