package io.erpsync.limepoller;

import io.erpsync.connector.lime.LimeConnector;
import io.erpsync.limepoller.webhook.WebhookConfiguration;
import io.erpsync.model.Side;
import io.erpsync.polling.config.PolledConnectors;
import io.erpsync.polling.config.PollerConfiguration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The poller of Lime CRM as a service. */
@SpringBootApplication
@Import({PollerConfiguration.class, WebhookConfiguration.class})
public class LimePollerApplication {

    @Bean
    PolledConnectors polledConnectors() {
        return new PolledConnectors("lime-poller", Side.LIME, List.of(new LimeConnector()));
    }

    public static void main(String[] arguments) {
        SpringApplication.run(LimePollerApplication.class, arguments);
    }
}
