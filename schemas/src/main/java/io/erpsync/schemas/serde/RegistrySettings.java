package io.erpsync.schemas.serde;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Where the registry is and how to treat it.
 *
 * @param urls base addresses of one and the same registry, without credentials
 * @param authorization the header's value; null to send none
 */
record RegistrySettings(
        List<URI> urls,
        @Nullable String authorization,
        boolean autoRegister,
        Duration timeout,
        int attempts,
        Duration pause,
        Duration refreshAfter) {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration REFRESH = Duration.ofMinutes(5);

    RegistrySettings {
        urls = List.copyOf(urls);
    }

    /** The settings in {@code configs}; throws {@link ConfigException} naming key and value. */
    static RegistrySettings of(Map<String, ?> configs) {
        List<URI> given = urlsOf(text(configs, SerdeKeys.URL));
        return new RegistrySettings(
                given.stream().map(RegistrySettings::withoutCredentials).toList(),
                authorizationOf(configs, given),
                flag(configs, SerdeKeys.AUTO_REGISTER),
                duration(configs, SerdeKeys.TIMEOUT, TIMEOUT),
                Math.toIntExact(whole(configs, SerdeKeys.ATTEMPTS, ATTEMPTS, 1)),
                duration(configs, SerdeKeys.PAUSE, PAUSE),
                duration(configs, SerdeKeys.REFRESH, REFRESH));
    }

    /** Without the authorization, which is a secret. */
    @Override
    public String toString() {
        return "RegistrySettings[urls=" + urls + ", autoRegister=" + autoRegister + "]";
    }

    private static List<URI> urlsOf(@Nullable String list) {
        if (list == null || list.isBlank()) {
            throw new ConfigException(SerdeKeys.URL, list, "the address of a registry is needed");
        }
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(RegistrySettings::urlOf)
                .toList();
    }

    private static URI urlOf(String url) {
        // Neither the value nor the cause is told: an address may hold a password.
        try {
            URI uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw notAnAddress();
        }
        throw notAnAddress();
    }

    private static ConfigException notAnAddress() {
        return new ConfigException(
                SerdeKeys.URL + ": each address must be of the form http(s)://host[:port][/path]");
    }

    private static URI withoutCredentials(URI uri) {
        return uri.getRawUserInfo() == null
                ? uri
                : URI.create(uri.toString().replace(uri.getRawUserInfo() + "@", ""));
    }

    private static @Nullable String authorizationOf(Map<String, ?> configs, List<URI> urls) {
        String source = text(configs, SerdeKeys.CREDENTIALS_SOURCE);
        String userInfo =
                switch (source == null ? "URL" : source) {
                    case "URL" -> urls.getFirst().getUserInfo();
                    case "USER_INFO" -> text(configs, SerdeKeys.USER_INFO);
                    default ->
                            throw new ConfigException(
                                    SerdeKeys.CREDENTIALS_SOURCE, source, "known: URL, USER_INFO");
                };
        if (userInfo == null || userInfo.isBlank()) {
            if ("USER_INFO".equals(source)) {
                throw new ConfigException(
                        SerdeKeys.USER_INFO + ": user:password is needed with USER_INFO");
            }
            return null;
        }
        byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean flag(Map<String, ?> configs, String key) {
        String text = text(configs, key);
        if (text == null || "false".equalsIgnoreCase(text)) {
            return false;
        }
        if ("true".equalsIgnoreCase(text)) {
            return true;
        }
        throw new ConfigException(key, text, "known: true, false");
    }

    private static Duration duration(Map<String, ?> configs, String key, Duration otherwise) {
        return Duration.ofMillis(whole(configs, key, otherwise.toMillis(), 0));
    }

    private static long whole(Map<String, ?> configs, String key, long otherwise, long least) {
        String text = text(configs, key);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, as for a number out of range.
        }
        throw new ConfigException(key, text, "a whole number from " + least + " is needed");
    }

    private static @Nullable String text(Map<String, ?> configs, String key) {
        Object value = configs.get(key);
        // Confluent's settings take a list as well as text with commas.
        return switch (value) {
            case null -> null;
            case List<?> list -> String.join(",", list.stream().map(String::valueOf).toList());
            default -> value.toString().strip();
        };
    }
}
