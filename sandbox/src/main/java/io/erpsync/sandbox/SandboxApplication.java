package io.erpsync.sandbox;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The sandbox as a process of its own, on 127.0.0.1:8090 unless told otherwise. */
@SpringBootApplication
public class SandboxApplication {

    public static void main(String[] args) {
        // Its own name for the settings, so that it never reads those of a module beside it.
        System.setProperty("spring.config.name", "sandbox");
        SpringApplication.run(SandboxApplication.class, args);
    }
}
