package io.erpsync.schemas.serde;

/** The name under which a registry keeps the versions of a topic's message. */
public final class Subjects {

    private Subjects() {}

    public static String of(String topic) {
        return topic + "-value";
    }
}
