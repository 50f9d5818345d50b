package io.erpsync.writer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The writer of one target as a process; the settings are listed in this module's README. */
@SpringBootApplication
public class ErpWritersApplication {

    public static void main(String[] args) {
        SpringApplication.run(ErpWritersApplication.class, args);
    }
}
