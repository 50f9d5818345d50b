package io.erpsync.schemas.topics;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * The partition of a key: by its connection part only, so that everything of one connection lies in
 * the partition of one number on every topic and meets in one engine task.
 */
public final class Partitions {

    private Partitions() {}

    public static int of(byte[] key, int count) {
        return of(new String(key, StandardCharsets.UTF_8), count);
    }

    public static int of(String key, int count) {
        byte[] connection = Keys.connectionPart(key).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(connection)) % count;
    }
}
