package io.erpsync.connector.fortnox;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.SettingsFault;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection's settings, checked.
 *
 * @param url where the interface stands, without {@code /3}
 * @param authUrl where the token interface stands, without {@code /oauth-v1}
 * @param company the digits of the organisation number that the credentials must open
 * @param clearEmpty true when an empty value empties a text field
 * @param ourNumbers true when we choose the customer number, false when Fortnox's series does
 * @param settleTime how long after a create of unknown fate it may still take effect
 */
record FortnoxSettings(
        URI url,
        URI authUrl,
        String tenant,
        String clientId,
        String clientSecret,
        String company,
        boolean clearEmpty,
        boolean ourNumbers,
        Duration settleTime,
        Duration timeout) {

    private static final String API = "https://api.fortnox.se";
    private static final String AUTH = "https://apps.fortnox.se";

    /** Reads the settings; throws {@link SettingsFault} naming the first key that is wrong. */
    static FortnoxSettings read(AccessSettings settings) {
        return new FortnoxSettings(
                address(settings, "url", API),
                address(settings, "auth-url", AUTH),
                settings.required("tenant"),
                settings.required("client-id"),
                settings.required("client-secret"),
                company(settings),
                choice(settings, "clear-empty", "false", "true"),
                choice(settings, "number", "series", "ours"),
                seconds(settings, "settle-time", FortnoxConnector.SETTLE_TIME),
                settings.timeout());
    }

    private static String company(AccessSettings settings) {
        String digits = digits(settings.required("company"));
        if (digits.isEmpty()) {
            throw fault(settings, "company", "is an organisation number, such as 556677-8899");
        }
        return digits;
    }

    private static URI address(AccessSettings settings, String key, String otherwise) {
        String text = textOf(settings, key, otherwise);
        String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            URI address = URI.create(bare);
            if (address.getHost() != null && bare.startsWith("http")) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below, together with the addresses that parse and lead nowhere.
        }
        throw fault(settings, key, "'" + text + "' is not an http address");
    }

    private static boolean choice(AccessSettings settings, String key, String no, String yes) {
        String text = textOf(settings, key, no).toLowerCase(Locale.ROOT);
        if (text.equals(yes) || text.equals(no)) {
            return text.equals(yes);
        }
        throw fault(settings, key, "'" + text + "' is neither '" + no + "' nor '" + yes + "'");
    }

    private static Duration seconds(AccessSettings settings, String key, Duration otherwise) {
        String text = textOf(settings, key, Long.toString(otherwise.toSeconds()));
        if (!text.matches("\\d{1,6}")) {
            throw fault(settings, key, "'" + text + "' is not a number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    private static String textOf(AccessSettings settings, String key, String otherwise) {
        @Nullable String text = settings.optional(key);
        return text == null || text.isBlank() ? otherwise : text.strip();
    }

    private static SettingsFault fault(AccessSettings settings, String key, String what) {
        return new SettingsFault(
                key, "connection " + settings.connection() + ": '" + key + "' " + what);
    }

    /** What organisation numbers are compared by: spelling with hyphen or spaces differs. */
    static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    @Override
    public String toString() {
        return "FortnoxSettings[" + url + ", tenant " + tenant + "]";
    }
}
