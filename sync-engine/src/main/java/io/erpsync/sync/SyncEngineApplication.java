package io.erpsync.sync;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The sync engine as a service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SyncEngineApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SyncEngineApplication.class, arguments);
    }
}
