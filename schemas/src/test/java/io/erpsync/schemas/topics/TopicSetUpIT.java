package io.erpsync.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.erpsync.schemas.testing.BrokerProcess;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a broker from its jars. */
class TopicSetUpIT extends TopicSetUpPromises {

    @TempDir static Path folder;

    private static BrokerProcess broker;

    @BeforeAll
    static void startBroker() {
        broker = BrokerProcess.startIn(folder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Override
    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Test
    void findsTheTopicsAgainAfterTheBrokerWasKilled() {
        try (Admin admin = broker.admin()) {
            new TopicSetUp(admin).apply(4, 1);
        }

        broker.kill();
        broker.start();

        try (Admin admin = broker.admin()) {
            assertThat(new TopicSetUp(admin).verify(4)).isEmpty();
        }
    }

    @Test
    void saysThatTheBrokerDoesNotAnswer() {
        Map<String, Object> nobody =
                Map.of(
                        "bootstrap.servers", "127.0.0.1:1",
                        "default.api.timeout.ms", 500,
                        "request.timeout.ms", 400);
        try (Admin admin = Admin.create(nobody)) {
            TopicSetUp setUp = new TopicSetUp(admin);

            assertThatExceptionOfType(BrokerUnavailable.class)
                    .isThrownBy(() -> setUp.verify(4))
                    .withMessageContaining("describe topic");
        }
    }
}
