package io.erpsync.schemas.serde;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells by an exception of any serializer whether the registry is to blame or the record. Ours says
 * so by type; Confluent's wraps the cause, and its client's exception is known by name only, since
 * it is not on our class path.
 */
final class RegistryTrouble {

    private static final String CONFLUENT_ANSWER = "RestClientException";
    private static final Set<Integer> TRANSIENT = Set.of(401, 403, 408, 429);

    private RegistryTrouble() {}

    /** {@link RegistryUnavailable} when it amounts to that, else {@code failed} itself. */
    static RuntimeException orItself(RuntimeException failed) {
        if (failed instanceof RegistryUnavailable) {
            return failed;
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (isOfTheRegistry(cause)) {
                return new RegistryUnavailable(
                        "the schema registry cannot be used: " + cause.getMessage(), failed);
            }
        }
        return failed;
    }

    private static boolean isOfTheRegistry(Throwable cause) {
        return switch (cause) {
            case RetriableException _, AuthenticationException _, AuthorizationException _ -> true;
            case KafkaException _ -> false;
            case SocketException _, SocketTimeoutException _, UnknownHostException _ -> true;
            case IOException io -> io.getClass().getName().startsWith("javax.net.ssl.");
            default -> isTransientAnswer(cause);
        };
    }

    private static boolean isTransientAnswer(Throwable cause) {
        if (!cause.getClass().getSimpleName().equals(CONFLUENT_ANSWER)) {
            return false;
        }
        Integer status = statusOf(cause);
        return status == null || status >= 500 || TRANSIENT.contains(status);
    }

    private static @Nullable Integer statusOf(Throwable answer) {
        try {
            return answer.getClass().getMethod("getStatus").invoke(answer) instanceof Integer status
                    ? status
                    : null;
        } catch (ReflectiveOperationException _) {
            // Without a status nothing speaks for the record being at fault: waiting loses nothing.
            return null;
        }
    }
}
