package io.erpsync.schemas.topics;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Record keys: the connection first, then what the record is about, parts separated by a slash and
 * each percent-encoded. No topic has records without a key.
 */
public final class Keys {

    private Keys() {}

    /** The key of a change event, and of a command or result that names its record. */
    public static String of(ConnectionName connection, RecordReference reference) {
        return join(
                connection.value(), reference.system().value(), reference.type(), reference.id());
    }

    /** The key of a command that creates: there is no record id yet, so the link stands for it. */
    public static String ofNew(
            ConnectionName connection, SystemName system, String type, LinkId link) {
        return join(connection.value(), system.value(), type, link.value());
    }

    public static String ofLink(ConnectionName connection, LinkId link) {
        return join(connection.value(), "link", link.value());
    }

    public static String ofControl(ConnectionName connection, String requestId) {
        return join(connection.value(), "control", requestId);
    }

    public static String ofHint(ConnectionName connection, String type, String id) {
        return join(connection.value(), "hint", type, id);
    }

    public static String ofCursor(
            ConnectionName connection, SystemName system, String type, String feed) {
        return join(connection.value(), "cursor", system + "." + type + "." + feed);
    }

    public static String ofCatalogue(ConnectionName connection, SystemName system, String type) {
        return join(connection.value(), "catalogue", system + "." + type);
    }

    /**
     * The key of a dead letter whose record could not be read, so that nothing but its place is
     * known of it.
     */
    public static String ofUnreadable(
            String connectionPart, String topic, int partition, long offset) {
        return join(
                connectionPart,
                "unreadable",
                topic,
                Integer.toString(partition),
                Long.toString(offset));
    }

    /**
     * The first part of a key, decoded: the connection; the whole key where it has no parts. A part
     * that cannot be decoded stands for itself: keys of others are no reason to stop.
     */
    public static String connectionPart(String key) {
        int slash = key.indexOf('/');
        String part = slash < 0 ? key : key.substring(0, slash);
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return part;
        }
    }

    /**
     * The key of a dead letter that speaks of a whole connection: a fault of a side, a brake, a
     * mapping.
     */
    public static String ofAlert(ConnectionName connection, String name) {
        return join(connection.value(), "alert", name);
    }

    private static String join(String... parts) {
        return Arrays.stream(parts).map(Keys::encode).collect(Collectors.joining("/"));
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
