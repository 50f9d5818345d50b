package io.erpsync.polling.config;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends the process with a failure, for its supervisor to start it anew. Returns at once; asking
 * again changes nothing.
 */
final class ProcessEnd implements Consumer<String> {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProcessEnd.class);

    private final ConfigurableApplicationContext application;
    private final AtomicBoolean begun = new AtomicBoolean();

    ProcessEnd(ConfigurableApplicationContext application) {
        this.application = application;
    }

    @Override
    public void accept(String reason) {
        if (begun.compareAndSet(false, true)) {
            LOGGER.error("This process ends: {}", reason);
            // In a thread of its own, since the beans that are shut down wait for the caller; and
            // no daemon as its caller may be, or the process would end before it says that it
            // failed.
            Thread.ofPlatform().name("end").daemon(false).start(this::end);
        }
    }

    private void end() {
        System.exit(SpringApplication.exit(application, () -> 1));
    }
}
