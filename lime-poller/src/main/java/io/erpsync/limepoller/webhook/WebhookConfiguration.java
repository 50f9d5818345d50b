package io.erpsync.limepoller.webhook;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.secret.AccessResolver;
import io.erpsync.polling.kafka.ClientSettings;
import io.erpsync.schemas.serde.MessageCodec;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The receipt of webhooks. */
@Configuration(proxyBeanMethods = false)
public class WebhookConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    HintSender hintSender(ClientSettings clients, MessageCodec codec) {
        return HintSender.of(clients, codec);
    }

    @Bean
    RouterFunction<ServerResponse> limeWebhooks(
            ConnectionFolder connections, AccessResolver secrets, HintSender hints) {
        return new LimeWebhookRoute(connections, secrets, hints, PATIENCE).routes();
    }
}
