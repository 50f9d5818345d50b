package io.erpsync.sandbox.config;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The sandbox inside a Spring application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxConfiguration {

    @Bean
    SandboxAssembly sandboxAssembly(SandboxSettings settings) {
        return new SandboxAssembly(settings, Clock.systemUTC());
    }

    @Bean
    RouterFunction<ServerResponse> sandboxRoutes(SandboxAssembly assembly) {
        return assembly.routes();
    }
}
