package io.erpsync.schemas.contract;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Avro instantiates no class by a schema's name unless its list says that the class may be trusted;
 * the list is one for the whole process. Ours adds the messages to what is on it.
 */
public final class TrustedMessages {

    /** The package of the generated messages. */
    public static final String PACKAGE = "io.erpsync.schemas.message";

    static {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(),
                        type -> type.getPackageName().equals(PACKAGE)));
    }

    private TrustedMessages() {}

    /**
     * Needed once before the first message is read by other means than the serdes; repeats do
     * nothing.
     */
    public static void trust() {
        // The work is done when the class is initialised, which happens once.
    }
}
