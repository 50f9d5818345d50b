package io.erpsync.schemas.serde;

/**
 * The names of settings. Those without {@code erpsync} in front are Confluent's and mean the same
 * as there, so that Confluent's serializers can be put in place of ours.
 */
public final class SerdeKeys {

    /** Base addresses of one registry, parted by commas; the next is asked when one fails. */
    public static final String URL = "schema.registry.url";

    /** Whether a schema that the registry has not is registered at the first write. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    /** {@code URL} (credentials stand in the address) or {@code USER_INFO}. */
    public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";

    /** {@code user:password}, with {@code USER_INFO}. */
    public static final String USER_INFO = "basic.auth.user.info";

    /** Confluent's deserializer reads into generated classes only with this; ours always does. */
    public static final String SPECIFIC_READER = "specific.avro.reader";

    public static final String SERIALIZER_CLASS = "erpsync.serializer.class";
    public static final String DESERIALIZER_CLASS = "erpsync.deserializer.class";

    /** Limit of one request. */
    public static final String TIMEOUT = "erpsync.registry.timeout.ms";

    /** How often all addresses are tried before the registry counts as unavailable. */
    public static final String ATTEMPTS = "erpsync.registry.attempts";

    /** Pause after the first failed attempt; it doubles with each one. */
    public static final String PAUSE = "erpsync.registry.pause.ms";

    /**
     * After this long an id or a schema is asked for again, so that a wiped registry is noticed.
     */
    public static final String REFRESH = "erpsync.registry.refresh.ms";

    private SerdeKeys() {}
}
