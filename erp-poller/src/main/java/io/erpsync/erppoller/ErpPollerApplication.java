package io.erpsync.erppoller;

import io.erpsync.connector.fortnox.FortnoxConnector;
import io.erpsync.model.Side;
import io.erpsync.polling.config.PolledConnectors;
import io.erpsync.polling.config.PollerConfiguration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The poller of the ERPs as a service. A new ERP is one connector more in the list. */
@SpringBootApplication
@Import(PollerConfiguration.class)
public class ErpPollerApplication {

    @Bean
    PolledConnectors polledConnectors() {
        return new PolledConnectors("erp-poller", Side.ERP, List.of(new FortnoxConnector()));
    }

    public static void main(String[] arguments) {
        SpringApplication.run(ErpPollerApplication.class, arguments);
    }
}
