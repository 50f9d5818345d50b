package io.erpsync.connection.file;

import io.erpsync.connection.defaults.ShippedDefaults;
import io.erpsync.connection.rules.Access;
import io.erpsync.connection.rules.Brake;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.Language;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.rules.Polling;
import io.erpsync.connection.yaml.Faults;
import io.erpsync.connection.yaml.Section;
import io.erpsync.connection.yaml.Suggestion;
import io.erpsync.connection.yaml.YamlText;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.ObjectType;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one connection file over the shipped defaults. Never throws for what the text
 * holds: whatever is wrong is a fault, and all faults of a file are found at once.
 */
public final class ConnectionParser {

    private static final int MANY = 1_000_000;

    private final Faults faults;

    private ConnectionParser(Faults faults) {
        this.faults = faults;
    }

    /** Reads {@code text}; {@code file} is its name, for faults. */
    public static ParsedConnection parse(String file, String text) {
        Faults faults = new Faults(file);
        Section root = YamlText.read(text, faults);
        Connection connection = root == null ? null : new ConnectionParser(faults).read(root);
        boolean whole = faults.found().isEmpty();
        return new ParsedConnection(whole ? connection : null, faults.found(), faults.warnings());
    }

    private @Nullable Connection read(Section root) {
        ConnectionName name = name(root);
        root.knows(Keys.FILE);
        String modeGiven = root.required("mode");
        Mode mode = modeGiven == null ? null : root.word("mode", Words.of(Mode.values()));
        SystemName system = system(root.section("erp"));
        ShippedDefaults defaults = system == null ? null : defaults(root.section("erp"), system);
        Access erp =
                system == null || defaults == null
                        ? null
                        : AccessParser.erp(root.section("erp"), system, defaults);
        Map<ObjectType, ObjectRules> objects = objects(root, defaults);
        Access lime = AccessParser.lime(root.section("lime"), objects);
        Polling polling = polling(root.section("poll"));
        Language language = root.word("language", Words.of(Language.values()), Language.SV);
        Brake brake = brake(root.section("brake"));
        Set<RecordReference> only = Pilot.read(root, system, objects);
        if (name == null || mode == null || erp == null) {
            return null;
        }
        return RulesVersion.stamp(
                new Connection(name, mode, lime, erp, polling, language, brake, only, objects, ""));
    }

    private @Nullable ConnectionName name(Section root) {
        String name = root.required("connection");
        if (name == null) {
            return null;
        }
        try {
            ConnectionName valid = new ConnectionName(name);
            faults.of(name);
            return valid;
        } catch (IllegalArgumentException e) {
            root.fault(
                    "connection",
                    name,
                    "a name is a-z, 0-9 and hyphen, at most 60, and starts with a letter");
            return null;
        }
    }

    private static @Nullable SystemName system(Section erp) {
        String system = erp.required("system");
        if (system == null) {
            return null;
        }
        try {
            return new SystemName(system);
        } catch (IllegalArgumentException e) {
            unknown(erp, system);
            return null;
        }
    }

    private static @Nullable ShippedDefaults defaults(Section erp, SystemName system) {
        ShippedDefaults defaults = ShippedDefaults.of(system);
        if (defaults == null) {
            unknown(erp, system.value());
        }
        return defaults;
    }

    private static void unknown(Section erp, String system) {
        erp.fault(
                "system",
                system,
                "is not an ERP that we know; " + Suggestion.among(ShippedDefaults.SYSTEMS, system));
    }

    private Map<ObjectType, ObjectRules> objects(Section root, @Nullable ShippedDefaults defaults) {
        Map<ObjectType, ObjectRules> objects = new EnumMap<>(ObjectType.class);
        Section section = root.section("objects");
        List<String> words = Arrays.stream(ObjectType.values()).map(ObjectType::word).toList();
        section.knows(Set.copyOf(words));
        if (section.keys().isEmpty()) {
            root.fault("objects", "", "names no object type; " + Suggestion.among(words, ""));
        }
        for (ObjectType type : ObjectType.values()) {
            if (defaults != null && section.has(type.word())) {
                ObjectRules rules =
                        new ObjectParser(
                                        section.section(type.word()), defaults.object(type), faults)
                                .read();
                if (rules != null) {
                    objects.put(type, rules);
                }
            }
        }
        return objects;
    }

    private static Polling polling(Section poll) {
        poll.knows(Keys.POLL);
        return new Polling(
                poll.duration("every", Polling.DEFAULT.every()),
                poll.duration("status", Polling.DEFAULT.status()));
    }

    private static Brake brake(Section brake) {
        brake.knows(Keys.BRAKE);
        return new Brake(
                brake.number("updates", Brake.DEFAULT.updates(), MANY),
                brake.number("percent", Brake.DEFAULT.percent(), 100),
                brake.number("clears", Brake.DEFAULT.clears(), MANY));
    }
}
