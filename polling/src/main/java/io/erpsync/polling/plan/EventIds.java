package io.erpsync.polling.plan;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** Names an observation by what was seen, so that seeing it again gives the same name. */
final class EventIds {

    private static final int BYTES = 16;

    private EventIds() {}

    static String of(
            ConnectionName connection,
            RecordReference reference,
            Observation.View view,
            Instant asOf,
            Fields fields) {
        MessageDigest digest = sha256();
        add(digest, connection.value());
        add(digest, reference.system().value());
        add(digest, reference.type());
        add(digest, reference.id());
        add(digest, view.name());
        add(digest, asOf.toString());
        for (Map.Entry<String, Value> field : fields.values().entrySet()) {
            add(digest, field.getKey());
            add(digest, field.getValue().getClass().getSimpleName());
            add(digest, field.getValue().shown());
        }
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
    }

    /** With its length before it, so that no two lists of parts read alike. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
