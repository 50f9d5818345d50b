package io.erpsync.sync.config;

import java.util.function.Consumer;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream thread that ended is replaced, unless another process runs under this one's name: two
 * that replace their threads would fence each other for ever, so this one ends, and its supervisor
 * sees it.
 */
final class ThreadEnd implements StreamsUncaughtExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(ThreadEnd.class);

    private final Consumer<String> end;

    ThreadEnd(Consumer<String> end) {
        this.end = end;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failed) {
        if (isFenced(failed)) {
            end.accept(
                    "another process has joined under the same replica name"
                            + " (erpsync.replica-name must differ between replicas)");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOGGER.error("a stream thread ended and is replaced", failed);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static boolean isFenced(@Nullable Throwable failed) {
        return failed != null
                && (failed instanceof FencedInstanceIdException || isFenced(failed.getCause()));
    }
}
