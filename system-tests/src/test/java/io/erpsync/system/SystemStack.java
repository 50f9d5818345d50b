package io.erpsync.system;

import io.erpsync.sandbox.Sandbox;
import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.serde.SubjectSetUp;
import io.erpsync.schemas.testing.RegistryProcess;
import io.erpsync.schemas.testing.TestBroker;
import io.erpsync.schemas.topics.TopicSetUp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Everything that runs beside a test: services as processes, each can be killed by its name. */
public final class SystemStack implements AutoCloseable {

    public static final String ENGINE = "sync-engine";
    public static final String FORTNOX_WRITER = "writer-fortnox";
    public static final String LIME_WRITER = "writer-lime";
    public static final String LIME_POLLER = "lime-poller";
    public static final String ERP_POLLER = "erp-poller";

    /** More than one connection to a partition, and more than one partition to a service. */
    private static final int PARTITIONS = 4;

    /** Who it is, what it has, and the first changes, twice and more. */
    private static final int ASKED_WHEN_LIVE = 8;

    private final Path folder;
    private final StackPlan plan;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox = Sandbox.start();
    private final Web web = new Web(sandbox.baseUrl());
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private final TestBroker broker;
    private final RegistryProcess registry;

    /** Starts all of it and waits until every service is ready. */
    public SystemStack(Path folder, StackPlan plan) throws IOException {
        this.folder = folder;
        this.plan = plan;
        Files.createDirectories(folder.resolve("connections"));
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/LIME_KEY"), Secrets.LIME_KEY);
        Files.writeString(
                folder.resolve("secrets/systems.yml"),
                "fortnox: { client-id: %s, client-secret: %s }\n"
                        .formatted(Secrets.CLIENT, Secrets.CLIENT_SECRET));
        plan.limits().forEach(this::limit);
        for (Pair pair : plan.pairs()) {
            furnish(pair);
            connect(pair);
        }
        broker = TestBroker.startIn(folder.resolve("broker"));
        registry = RegistryProcess.startIn(folder.resolve("registry"));
        try {
            prepareAndStart();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void prepareAndStart() {
        try (Admin admin = broker.admin()) {
            new TopicSetUp(admin).apply(PARTITIONS, 1);
        }
        try (SubjectSetUp subjects = new SubjectSetUp(Map.of(SerdeKeys.URL, registry.url()))) {
            subjects.apply(Contract.schemaByTopic());
        }
        run(ENGINE, "sync-engine", Map.of("erpsync.installation", "test"));
        run(FORTNOX_WRITER, "erp-writers", Map.of("erpsync.target", "fortnox"));
        run(LIME_WRITER, "erp-writers", Map.of("erpsync.target", "lime"));
        run(LIME_POLLER, "lime-poller", Map.of());
        run(ERP_POLLER, "erp-poller", Map.of());
        services.values().forEach(service -> service.awaitReady(http));
    }

    private void run(String name, String artifact, Map<String, String> more) {
        Map<String, String> properties = new TreeMap<>(more);
        properties.put("erpsync.bootstrap-servers", broker.bootstrapServers());
        properties.put("erpsync.registry-url", registry.url());
        properties.put("erpsync.connections-dir", folder.resolve("connections").toString());
        properties.put("erpsync.secrets-dir", folder.resolve("secrets").toString());
        properties.put("erpsync.state-dir", folder.resolve("state").toString());
        properties.put("erpsync.partitions", "" + PARTITIONS);
        properties.put("erpsync.replica-name", name + "-0");
        plan.limits()
                .forEach(
                        (system, limit) -> {
                            String key = "erpsync.limits." + system;
                            properties.put(key + ".requests", "" + limit.requests());
                            properties.put(key + ".window", limit.seconds() + "s");
                        });
        properties.putAll(plan.properties().getOrDefault(name, Map.of()));
        services.put(
                name,
                new ServiceProcess(
                        name,
                        plan.code().getOrDefault(name, ServiceCode.of(artifact)),
                        folder.resolve(name + ".log"),
                        properties));
    }

    /** An empty Lime application and an empty Fortnox tenant for this pair. */
    public void furnish(Pair pair) {
        Map<String, Object> lime = new TreeMap<>(pair.limeSwitches());
        lime.put(
                "keys",
                List.of(
                        Map.of("key", Secrets.USER_KEY),
                        Map.of("key", Secrets.LIME_KEY, "sync", true)));
        web.json("POST", "/sandbox/lime/" + pair.name(), lime, Map.of());
        web.json("POST", "/sandbox/fortnox/" + pair.tenant(), pair.fortnoxSwitches(), Map.of());
    }

    /** Writes the pair's connection file; running services see it within seconds. */
    public void connect(Pair pair) throws IOException {
        Path written = folder.resolve(pair.name() + ".new");
        Files.writeString(written, pair.file(sandbox.baseUrl()));
        Files.move(written, file(pair), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes the pair's connection file away. */
    public void disconnect(Pair pair) throws IOException {
        Files.deleteIfExists(file(pair));
    }

    private Path file(Pair pair) {
        return folder.resolve("connections").resolve(pair.name() + ".yml");
    }

    public Sides sides(Pair pair) {
        return new Sides(web, pair);
    }

    public Faults faults() {
        return new Faults(web);
    }

    /** What the callers of a system asked for, and how often they were told to wait. */
    public JsonNode traffic(String system) {
        return web.get("/sandbox/traffic/" + system, Map.of());
    }

    /** Forgets what was asked for so far. */
    public void clearTraffic() {
        web.send("DELETE", "/sandbox/traffic/lime", "", Map.of());
        web.send("DELETE", "/sandbox/traffic/fortnox", "", Map.of());
    }

    /** Waits until both pollers say that they poll this pair. */
    public void awaitPolled(Pair pair) {
        for (String poller : List.of(LIME_POLLER, ERP_POLLER)) {
            Awaitility.await(pair.name() + " to be polled by " + poller + ", see " + log(poller))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> health(poller).contains("\"" + pair.name() + "\":\"polled"));
        }
    }

    /**
     * Waits until a customer that is new in the ERP from now on counts as new: what is there before
     * the pair was listed counts as old.
     */
    public void awaitLive(Pair pair) {
        if (pair.directions().createFromErp()) {
            String caller = pair.tenant() + "/" + Secrets.CLIENT;
            Awaitility.await(pair.name() + " to be listed and polled again and again")
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> asked(caller) >= ASKED_WHEN_LIVE);
        }
    }

    private int asked(String caller) {
        for (JsonNode line : traffic("fortnox").path("callers")) {
            if (line.path("caller").asString("").equals(caller)) {
                return line.path("admitted").asInt(0);
            }
        }
        return 0;
    }

    private String health(String name) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url(name) + "/actuator/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notNow) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Sets the limit of a system; its services are not told. */
    public void limit(String system, StackPlan.Limit limit) {
        web.json(
                "POST",
                "/sandbox/traffic/" + system,
                Map.of("requests", limit.requests(), "windowMillis", limit.seconds() * 1000),
                Map.of());
    }

    public Web web() {
        return web;
    }

    public List<String> names() {
        return List.copyOf(services.keySet());
    }

    /** Ends that service as a kill -9 does. */
    public void kill(String name) {
        service(name).kill();
    }

    /** Starts a killed service again; it is not waited for. */
    public void start(String name) {
        service(name).start();
    }

    public void awaitReady(String name) {
        service(name).awaitReady(http);
    }

    /** Starts a killed service with other code, such as a {@link MutatedService}. */
    public void start(String name, ServiceCode code) {
        service(name).start(code);
    }

    /** Whether the service's process lives. */
    public boolean isAlive(String name) {
        return service(name).isAlive();
    }

    /** Ends that service as a kill -9 does, starts it again; how long until it was ready. */
    public Duration killAndRestart(String name) {
        long begun = System.nanoTime();
        kill(name);
        start(name);
        awaitReady(name);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Where the service listens. */
    public String url(String name) {
        return service(name).url();
    }

    public Path log(String name) {
        return service(name).log();
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public String registryUrl() {
        return registry.url();
    }

    private ServiceProcess service(String name) {
        ServiceProcess service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("no service " + name);
        }
        return service;
    }

    @Override
    public void close() {
        services.values().forEach(ServiceProcess::close);
        registry.close();
        broker.close();
        web.close();
        sandbox.close();
        http.close();
    }
}
