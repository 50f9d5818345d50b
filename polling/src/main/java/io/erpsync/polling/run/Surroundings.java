package io.erpsync.polling.run;

import io.erpsync.polling.kafka.Publisher;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What every worker of this process shares.
 *
 * @param end ends the process, with the reason; returns at once
 */
public record Surroundings(
        Publisher publisher,
        StatusBoard board,
        PollMeters meters,
        InstantSource clock,
        Consumer<String> end) {}
