package io.erpsync.sandbox;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The sandbox as a process of its own, on 127.0.0.1:8090 unless told otherwise. */
@SpringBootApplication
public class SandboxApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(SandboxApplication.class)
                // Its own name for the settings, so that it never reads those of a module beside
                // it.
                .properties("spring.config.name=sandbox")
                .run(args);
    }
}
