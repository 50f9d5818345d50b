package io.erpsync.connector.lime;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Lime pushes when a record changes. Deliveries may be lost, repeated and out of order: one is
 * a hint to read the record, never a source of values.
 */
public final class LimeWebhook {

    /** The header that carries the signature. */
    public static final String SIGNATURE_HEADER = "X-Lime-Signature";

    private LimeWebhook() {}

    /** What happened to the record. */
    public enum Kind {
        NEW,
        UPDATE,
        DELETE,
        RESTORE,
        /** An event of a package or of a newer Lime. */
        OTHER
    }

    /** Which record a delivery is about. */
    public record Delivery(String limetype, String id, Kind kind) {}

    /**
     * The ways of signing, told apart by what the header begins with. A newer way is a further
     * constant here.
     */
    private enum Scheme {
        SHA256("sha256=") {
            @Override
            byte[] signature(byte[] secret, byte[] rawBody) {
                return hmacSha256(secret, rawBody);
            }
        };

        private final String prefix;

        Scheme(String prefix) {
            this.prefix = prefix;
        }

        abstract byte[] signature(byte[] secret, byte[] rawBody);
    }

    /**
     * Whether {@code rawBody}, exactly as it came, was signed with {@code secret}. False for a
     * missing header, an unknown way of signing and an empty secret. Takes equally long wherever a
     * wrong signature differs.
     */
    public static boolean verify(String secret, byte[] rawBody, @Nullable String signatureHeader) {
        if (signatureHeader == null || secret.isEmpty()) {
            return false;
        }
        String header = signatureHeader.strip();
        for (Scheme scheme : Scheme.values()) {
            if (header.startsWith(scheme.prefix)) {
                byte[] given = hex(header.substring(scheme.prefix.length()));
                byte[] right = scheme.signature(secret.getBytes(StandardCharsets.UTF_8), rawBody);
                return MessageDigest.isEqual(right, given);
            }
        }
        return false;
    }

    /** What the delivery says; empty when it is none. */
    public static Optional<Delivery> read(byte[] rawBody) {
        JsonNode delivery;
        try {
            delivery = JsonMapper.shared().readTree(rawBody);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        String event = delivery.path("event").asString("");
        int dot = event.lastIndexOf('.');
        // The values carry an id too, and in the vendor's own sample it is another one.
        JsonNode body = delivery.path("body");
        String id = body.path("id").asString("");
        String named = body.path("limetype").asString("");
        String limetype = named.isEmpty() && dot > 0 ? event.substring(0, dot) : named;
        if (id.isBlank() || limetype.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Delivery(limetype, id, kind(event.substring(dot + 1))));
    }

    private static Kind kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "new" -> Kind.NEW;
            case "update" -> Kind.UPDATE;
            case "delete" -> Kind.DELETE;
            case "restore" -> Kind.RESTORE;
            default -> Kind.OTHER;
        };
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // equals no signature
        }
    }

    private static byte[] hmacSha256(byte[] secret, byte[] rawBody) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(rawBody);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
