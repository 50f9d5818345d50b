package io.erpsync.sync.config;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Ends the process as failed, with one line that says why; its supervisor starts it anew. */
final class ProcessEnd implements Consumer<String> {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProcessEnd.class);

    private final ConfigurableApplicationContext application;

    ProcessEnd(ConfigurableApplicationContext application) {
        this.application = application;
    }

    @Override
    public void accept(String reason) {
        LOGGER.error("This process ends: {}", reason);
        // In a thread of its own, since beans that are shut down may wait for the caller; and not a
        // daemon, or the process would be over before its exit code is set.
        Thread.ofPlatform()
                .name("end")
                .daemon(false)
                .start(() -> System.exit(SpringApplication.exit(application, () -> 1)));
    }
}
