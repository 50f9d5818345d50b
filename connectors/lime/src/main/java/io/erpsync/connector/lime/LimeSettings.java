package io.erpsync.connector.lime;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.SettingsFault;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one Lime application is reached.
 *
 * @param root {@code https://host/app/api/v1/}
 * @param syncUser the id of the user that the key should belong to; null when not told
 * @param pageSize how many records to ask for at once; Lime's own maximum is not published
 * @param zone the time zone that Lime's database keeps its wall-clock times in
 */
record LimeSettings(
        URI root,
        String apiKey,
        @Nullable String syncUser,
        String numberProperty,
        String statusProperty,
        String registrationProperty,
        String nameProperty,
        ZoneId zone,
        int pageSize,
        Duration timeout) {

    private static final Pattern NUMERIC = Pattern.compile("[0-9]{1,18}");
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");

    static LimeSettings of(AccessSettings access) {
        String syncUser = access.optional("sync-user");
        if (syncUser != null && !NUMERIC.matcher(syncUser.strip()).matches()) {
            throw fault(access, "sync-user", "'" + syncUser + "' is not the number of a user");
        }
        String apiKey = access.required("api-key").strip();
        if (!HEADER_SAFE.matcher(apiKey).matches()) {
            throw fault(access, "api-key", "holds characters that no Lime key has");
        }
        return new LimeSettings(
                root(access),
                apiKey,
                syncUser == null ? null : syncUser.strip(),
                orDefault(access, "number-property", "erp_id"),
                orDefault(access, "status-property", "erp_status"),
                orDefault(access, "registration-property", "registrationno"),
                orDefault(access, "name-property", "name"),
                zone(access),
                pageSize(access),
                access.timeout());
    }

    /** The application's name, as its address spells it. */
    String application() {
        String path = root.getPath();
        String app = path.substring(0, path.length() - "/api/v1/".length());
        return app.substring(app.lastIndexOf('/') + 1);
    }

    private static URI root(AccessSettings access) {
        String url = access.required("url").strip().replace(" ", "%20").replaceAll("/+$", "");
        URI root;
        try {
            root = URI.create(url + "/api/v1/");
        } catch (IllegalArgumentException e) {
            throw fault(access, "url", "'" + url + "' is not an address");
        }
        String scheme = root.getScheme() == null ? "" : root.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || root.getHost() == null) {
            throw fault(access, "url", "'" + url + "' is not of the form https://host/application");
        }
        if (root.getRawQuery() != null || root.getRawFragment() != null) {
            throw fault(access, "url", "'" + url + "' must end with the application's name");
        }
        return root;
    }

    private static ZoneId zone(AccessSettings access) {
        String zone = orDefault(access, "time-zone", "Europe/Stockholm");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw fault(access, "time-zone", "'" + zone + "' is not a time zone");
        }
    }

    private static int pageSize(AccessSettings access) {
        String size = orDefault(access, "page-size", "50");
        if (!size.matches("[1-9][0-9]{0,2}") || size.equals("1")) {
            throw fault(access, "page-size", "'" + size + "' is not a number from 2 to 999");
        }
        return Integer.parseInt(size);
    }

    private static String orDefault(AccessSettings access, String key, String byDefault) {
        String value = access.optional(key);
        return value == null || value.isBlank() ? byDefault : value.strip();
    }

    private static SettingsFault fault(AccessSettings access, String key, String what) {
        return new SettingsFault(
                key, "connection " + access.connection() + ": '" + key + "' " + what);
    }

    @Override
    public String toString() {
        return "LimeSettings[" + root + "]";
    }
}
