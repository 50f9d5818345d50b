package io.erpsync.connector;

import io.erpsync.model.ConnectionName;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one connection says of how to reach a system: its section of the connection file together
 * with the app credentials of the system, all secrets resolved. Never printed.
 *
 * @param timeout how long one request may take from first byte sent to last byte read
 */
public record AccessSettings(
        ConnectionName connection, Map<String, String> values, Duration timeout) {

    public AccessSettings {
        values = Map.copyOf(values);
    }

    /**
     * The value under {@code key}; throws {@link SettingsFault} naming the key when it is missing
     * or blank.
     */
    public String required(String key) {
        String value = values.get(key);
        if (value == null || value.isBlank()) {
            throw new SettingsFault(key, "connection " + connection + ": '" + key + "' is missing");
        }
        return value;
    }

    public @Nullable String optional(String key) {
        return values.get(key);
    }

    @Override
    public String toString() {
        return "AccessSettings[" + connection + ", keys " + values.keySet() + "]";
    }
}
