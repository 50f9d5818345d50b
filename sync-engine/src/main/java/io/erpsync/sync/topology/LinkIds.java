package io.erpsync.sync.topology;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Link ids, derived from the record that was met first: the same after state was lost, and others
 * in a cloned system, whose installation has another name.
 */
final class LinkIds {

    static final String PREFIX = "es-";

    private static final int LENGTH = 24;

    private final String installation;

    LinkIds(String installation) {
        this.installation = installation;
    }

    LinkId of(ConnectionName connection, RecordReference first) {
        String name = installation + "|" + connection + "|" + first;
        String digest = new BigInteger(1, sha256(name)).toString(32);
        return new LinkId(PREFIX + digest.substring(0, LENGTH));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
