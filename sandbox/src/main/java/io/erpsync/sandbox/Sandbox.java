package io.erpsync.sandbox;

import io.erpsync.sandbox.config.SandboxAssembly;
import io.erpsync.sandbox.config.SandboxSettings;
import java.time.Clock;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * The sandbox inside a test: everything that the process of its own answers, on a free port of
 * 127.0.0.1, without a Spring context of its own, so that it neither reads the host's settings nor
 * takes part in its auto-configuration. Ready when {@link #start()} returns, gone when closed.
 */
public final class Sandbox implements AutoCloseable {

    private final SandboxAssembly assembly;
    private final DisposableServer server;

    private Sandbox(SandboxAssembly assembly, DisposableServer server) {
        this.assembly = assembly;
        this.server = server;
    }

    public static Sandbox start() {
        return start(SandboxSettings.standard());
    }

    public static Sandbox start(SandboxSettings settings) {
        SandboxAssembly assembly = new SandboxAssembly(settings, Clock.systemUTC());
        ReactorHttpHandlerAdapter handler =
                new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(assembly.routes()));
        return new Sandbox(
                assembly, HttpServer.create().host("127.0.0.1").port(0).handle(handler).bindNow());
    }

    public int port() {
        return server.port();
    }

    /** Without a slash at its end. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.disposeNow();
        assembly.close();
    }
}
