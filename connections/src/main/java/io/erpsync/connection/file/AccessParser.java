package io.erpsync.connection.file;

import io.erpsync.connection.defaults.ShippedDefaults;
import io.erpsync.connection.rules.Access;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.yaml.Section;
import io.erpsync.model.ObjectType;
import io.erpsync.model.SystemName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how either side is reached, secrets left as the references that they must be. */
final class AccessParser {

    private static final Pattern SECRET_KEY = Pattern.compile("(.*-)?(key|secret|token|password)");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_.-]*}");

    private AccessParser() {}

    /**
     * The Lime section. The connector is told there, too, which properties hold number and status
     * and what records are found by, so that a connection states them once.
     */
    static Access lime(Section section, Map<ObjectType, ObjectRules> objects) {
        Map<String, String> settings = read(section, Keys.LIME_REQUIRED, Keys.LIME_OPTIONAL);
        ObjectRules customer = objects.get(ObjectType.CUSTOMER);
        LimeProperties names = customer == null ? LimeProperties.DEFAULT : customer.lime();
        settings.put("number-property", names.number());
        settings.put("status-property", names.status());
        if (customer != null) {
            property(settings, "registration-property", customer.registration());
            property(settings, "name-property", customer.name());
        }
        return new Access(SystemName.LIME, settings);
    }

    private static void property(Map<String, String> settings, String key, MappingEntry entry) {
        String property = entry.lime();
        if (property != null) {
            settings.put(key, property);
        }
    }

    static Access erp(Section section, SystemName system, ShippedDefaults defaults) {
        Set<String> optional = new HashSet<>(defaults.optionalAccess());
        optional.add("system");
        Map<String, String> settings = read(section, defaults.requiredAccess(), optional);
        settings.remove("system");
        return new Access(system, settings);
    }

    private static Map<String, String> read(
            Section section, Collection<String> required, Collection<String> optional) {
        Set<String> known = new HashSet<>(required);
        known.addAll(optional);
        section.knows(known);
        Map<String, String> settings = new LinkedHashMap<>();
        for (String key : known.stream().sorted().toList()) {
            String value = required.contains(key) ? section.required(key) : section.text(key);
            if (value != null) {
                check(section, key, value);
                settings.put(key, value);
            }
        }
        return settings;
    }

    private static void check(Section section, String key, String value) {
        if (SECRET_KEY.matcher(key).matches() && !REFERENCE.matcher(value).matches()) {
            // The value stays unsaid: it may be the secret itself.
            section.fault(
                    key,
                    "",
                    "must be a reference such as ${ACME_KEY} to an environment variable or a file"
                            + " in the secrets folder, never the secret itself");
        } else if (REFERENCE.matcher(value).replaceAll("").contains("${")) {
            section.fault(
                    key,
                    value,
                    "holds a broken reference; ${NAME} takes letters, digits, '_', '-' and '.'");
        }
    }
}
