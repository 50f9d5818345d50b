package io.erpsync.connection.file;

import io.erpsync.connection.rules.Access;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.ObjectRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the rules' version of a connection: the same for the same rules in every process, another
 * as soon as anything that a decision rests on changes. Addresses, secrets and poll times are not
 * part of it; comments and the order of keys are not either.
 */
final class RulesVersion {

    private static final int DIGITS = 12;

    private final StringBuilder text = new StringBuilder();

    private RulesVersion() {}

    static Connection stamp(Connection connection) {
        return new Connection(
                connection.name(),
                connection.mode(),
                connection.lime(),
                connection.erp(),
                connection.polling(),
                connection.language(),
                connection.brake(),
                connection.only(),
                connection.objects(),
                new RulesVersion().of(connection));
    }

    private String of(Connection connection) {
        add("connection", connection.name());
        add("mode", connection.mode());
        access(connection.lime());
        access(connection.erp());
        add("language", connection.language());
        add("brake", connection.brake());
        sorted("only", connection.only());
        connection.objects().forEach((type, rules) -> object(type.word(), rules));
        return sha256(text.toString()).substring(0, DIGITS);
    }

    private void access(Access access) {
        Map<String, String> settings = new TreeMap<>(access.settings());
        settings.keySet().removeIf(key -> key.equals("url") || key.endsWith("-url"));
        // Said again of the object's own rules, below.
        settings.keySet().removeAll(Set.of("registration-property", "name-property"));
        settings.values().removeIf(value -> value.contains("${"));
        add(access.system().value(), settings);
    }

    private void object(String type, ObjectRules rules) {
        add("object", type);
        add("types", rules.limeType() + " " + rules.erpType() + " " + rules.erpNumber());
        entry(rules.registration());
        entry(rules.name());
        sorted("create-from", rules.directions().createFrom());
        sorted("update-from", rules.directions().updateFrom());
        sorted("properties-synced", rules.propertiesSynced());
        rules.mapping().forEach(this::entry);
        add("matching", rules.matching());
        add("leader", rules.leader());
        add("put-back", rules.putBack());
        add("lime-trigger", rules.limeTrigger());
        add("when-deleted", rules.whenDeleted());
        add("lime-properties", rules.lime());
        add("where-lime", new TreeMap<>(rules.whereLime()));
        add("where-erp", new TreeMap<>(rules.whereErp()));
    }

    private void entry(MappingEntry entry) {
        // A record's text names all of its parts, and the table keeps its order.
        add("mapping", entry);
    }

    private void sorted(String key, Collection<?> values) {
        add(key, values.stream().map(Object::toString).sorted().toList());
    }

    private void add(String key, Object value) {
        text.append(key).append('=').append(value).append('\n');
    }

    static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform must have SHA-256.
            throw new IllegalStateException(e);
        }
    }
}
