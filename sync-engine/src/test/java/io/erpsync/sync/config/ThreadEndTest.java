package io.erpsync.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadEndTest {

    private final List<String> ends = new ArrayList<>();
    private final ThreadEnd threadEnd = new ThreadEnd(ends::add);

    @Test
    void endsTheProcessWhoseNameAnotherHasTaken() {
        var response =
                threadEnd.handle(new StreamsException(new FencedInstanceIdException("fenced")));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(ends).singleElement().asString().contains("replica-name");
    }

    @Test
    void replacesAThreadThatEndedForAnyOtherReason() {
        var response = threadEnd.handle(new StreamsException(new IllegalStateException("odd")));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(ends).isEmpty();
    }
}
