package io.erpsync.demo.stack;

import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.serde.SubjectSetUp;
import io.erpsync.schemas.topics.TopicSetUp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Everything that runs in the demo. Starts in order, stops in the opposite one. */
public final class Stack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String READY = "/actuator/health/readiness";

    /** Enough to see more than one at work; in earnest there are 24, to grow into. */
    private static final int PARTITIONS = 4;

    private static final String REGISTRY_URL =
            "http://127.0.0.1:" + Ports.REGISTRY + "/apis/ccompat/v7";

    private final Layout layout;
    private final Consumer<String> progress;
    private final Leftovers leftovers;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<Program> running = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    public Stack(Layout layout, Consumer<String> progress) {
        this.layout = layout;
        this.progress = progress;
        this.leftovers = new Leftovers(layout.processes());
    }

    /** Starts all; throws {@link StartFailed} saying what did not come up. */
    public void start() {
        long begun = System.nanoTime();
        List<String> left = leftovers.stop();
        if (!left.isEmpty()) {
            progress.accept(
                    "stopped what an earlier demo had left running: " + String.join(", ", left));
        }
        FreePorts.check();
        layout.clean();
        leftovers.note(Leftovers.DEMO, ProcessHandle.current());
        copyConnections();
        Program broker = broker();
        Program registry = registry();
        Program sandbox = sandbox();
        ready(broker, ReadyCheck.port(Ports.BROKER));
        topics();
        ready(registry, ReadyCheck.http(http, Ports.REGISTRY, "/apis/ccompat/v7/subjects"));
        schemas();
        Map<Service, Program> services = services();
        // Long before a service has come far enough to look at it.
        ready(sandbox, ReadyCheck.http(http, Ports.SANDBOX, "/actuator/health"));
        SandboxSeed.plant(http);
        services.forEach(
                (service, program) -> ready(program, ReadyCheck.http(http, service.port(), READY)));
        progress.accept(
                String.format(
                        Locale.ROOT, "all ready after %.1f s", (System.nanoTime() - begun) / 1e9));
    }

    private Map<Service, Program> services() {
        Map<Service, Program> started = new LinkedHashMap<>();
        Service.ALL.forEach(service -> started.put(service, service(service)));
        return started;
    }

    private Program broker() {
        return started(
                Program.java(
                        "broker",
                        layout.log("broker"),
                        "384m",
                        Map.of("org.slf4j.simpleLogger.defaultLogLevel", "info"),
                        Program.jar(layout.self()),
                        List.of(
                                "broker",
                                "--data",
                                layout.data().resolve("broker").toString(),
                                "--port",
                                Integer.toString(Ports.BROKER))));
    }

    private Program registry() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("quarkus.http.host", "127.0.0.1");
        properties.put("quarkus.http.port", Integer.toString(Ports.REGISTRY));
        properties.put("quarkus.management.host", "127.0.0.1");
        properties.put("quarkus.management.port", Integer.toString(Ports.REGISTRY_MANAGEMENT));
        properties.put("apicurio.storage.kind", "sql");
        properties.put("apicurio.storage.sql.kind", "h2");
        properties.put(
                "apicurio.datasource.url", "jdbc:h2:file:" + folder("registry") + ";WRITE_DELAY=0");
        return started(
                Program.java(
                        "schema registry",
                        layout.log("registry"),
                        "384m",
                        properties,
                        Program.jar(layout.registry()),
                        List.of()));
    }

    private Program sandbox() {
        return started(
                Program.java(
                        "sandbox",
                        layout.log("sandbox"),
                        "384m",
                        Map.of(),
                        LoadedClasses.start(layout.service("sandbox")),
                        List.of(
                                "--server.port=" + Ports.SANDBOX,
                                "--sandbox.fortnox.rate-requests=250")));
    }

    private Program service(Service service) {
        Map<String, String> properties = new TreeMap<>(service.more());
        properties.put("server.port", Integer.toString(service.port()));
        properties.put("server.address", "127.0.0.1");
        properties.put("erpsync.bootstrap-servers", "127.0.0.1:" + Ports.BROKER);
        properties.put("erpsync.registry-url", REGISTRY_URL);
        properties.put("erpsync.connections-dir", folder("connections"));
        properties.put("erpsync.secrets-dir", folder("secrets"));
        properties.put("erpsync.state-dir", folder("state"));
        // Ten times what Fortnox allows, on both sides: a demo polls more often than anyone should.
        properties.put("erpsync.limits.fortnox.requests", "250");
        properties.put("erpsync.partitions", Integer.toString(PARTITIONS));
        properties.put("erpsync.replica-name", service.name() + "-0");
        return started(
                Program.java(
                        service.name(),
                        layout.log(service.name()),
                        "320m",
                        properties,
                        LoadedClasses.start(layout.service(service.module())),
                        List.of()));
    }

    private String folder(String name) {
        return layout.data().resolve(name).toString();
    }

    private Program started(Program program) {
        running.add(program);
        leftovers.note(program.name(), program.handle());
        if (closed.get()) {
            program.close();
            throw new StartFailed("stopped while starting");
        }
        return program;
    }

    private void ready(Program program, ReadyCheck check) {
        Duration took = program.awaitReady(check, PATIENCE);
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "%-24s ready after %4.1f s",
                        program.name(),
                        took.toMillis() / 1000.0));
    }

    private void topics() {
        try (Admin admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                "127.0.0.1:" + Ports.BROKER))) {
            new TopicSetUp(admin).apply(PARTITIONS, 1);
        }
    }

    private void schemas() {
        try (SubjectSetUp subjects = new SubjectSetUp(Map.of(SerdeKeys.URL, REGISTRY_URL))) {
            subjects.apply(Contract.schemaByTopic());
        }
    }

    private void copyConnections() {
        try {
            copy("demo.yml", "connections/demo.yml");
            Files.createDirectories(layout.data().resolve("secrets"));
            for (Map.Entry<String, String> secret : DemoSecrets.ALL.entrySet()) {
                Files.writeString(
                        layout.data().resolve("secrets").resolve(secret.getKey()),
                        secret.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(String resource, String target) throws IOException {
        try (InputStream in = Stack.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new StartFailed("the demo's jar lacks " + resource);
            }
            Files.copy(in, layout.data().resolve(target));
        }
    }

    /** Whether it was stopped, or is being. */
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            for (Program program : running.reversed()) {
                program.close();
            }
        }
    }
}
