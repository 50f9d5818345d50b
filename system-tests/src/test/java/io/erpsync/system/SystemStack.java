package io.erpsync.system;

import io.erpsync.sandbox.Sandbox;
import io.erpsync.sandbox.config.SandboxSettings;
import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.serde.SubjectSetUp;
import io.erpsync.schemas.testing.RegistryProcess;
import io.erpsync.schemas.testing.TestBroker;
import io.erpsync.schemas.topics.TopicSetUp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/** Everything that runs beside a test: services as processes, each can be killed by its name. */
final class SystemStack implements AutoCloseable {

    private static final int PARTITIONS = 24;

    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.standard().withRates(20));
    private final Web web = new Web(sandbox.baseUrl());
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private final TestBroker broker;
    private final RegistryProcess registry;

    SystemStack(Path folder, List<Pair> pairs) throws IOException {
        this.folder = folder;
        for (Pair pair : pairs) {
            Files.createDirectories(folder.resolve("connections"));
            Files.writeString(
                    folder.resolve("connections/" + pair.name() + ".yml"),
                    pair.file(sandbox.baseUrl()));
            web.json("POST", "/sandbox/lime/" + pair.name(), Map.of(), Map.of());
            web.json(
                    "POST",
                    "/sandbox/fortnox/" + pair.tenant(),
                    Map.of(
                            "clientId", "demo",
                            "clientSecret", "demo",
                            "organisationNumber", pair.company()),
                    Map.of());
        }
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/LIME_KEY"), "sync");
        Files.writeString(
                folder.resolve("secrets/systems.yml"),
                "fortnox: { client-id: demo, client-secret: demo }\n");
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
        start("sync-engine", "sync-engine", Map.of("erpsync.installation", "test"));
        start("writer-fortnox", "erp-writers", Map.of("erpsync.target", "fortnox"));
        start("writer-lime", "erp-writers", Map.of("erpsync.target", "lime"));
        start("lime-poller", "lime-poller", Map.of());
        start("erp-poller", "erp-poller", Map.of());
        services.values().forEach(service -> service.awaitReady(http));
    }

    private void start(String name, String jar, Map<String, String> more) {
        Map<String, String> properties = new TreeMap<>(more);
        properties.put("erpsync.bootstrap-servers", broker.bootstrapServers());
        properties.put("erpsync.registry-url", registry.url());
        properties.put("erpsync.connections-dir", folder.resolve("connections").toString());
        properties.put("erpsync.secrets-dir", folder.resolve("secrets").toString());
        properties.put("erpsync.state-dir", folder.resolve("state").toString());
        properties.put("erpsync.limits.fortnox.requests", "500");
        properties.put("erpsync.limits.lime.requests", "60000");
        properties.put("erpsync.replica-name", name + "-0");
        services.put(
                name,
                new ServiceProcess(
                        name,
                        Path.of(System.getProperty("services.home", "."), jar + "-exec.jar"),
                        folder.resolve(name + ".log"),
                        properties));
    }

    Web web() {
        return web;
    }

    List<String> names() {
        return List.copyOf(services.keySet());
    }

    /** Ends that service as a kill -9 does, starts it again and waits until it is ready. */
    void killAndRestart(String name) {
        ServiceProcess service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("no service " + name);
        }
        service.killAndRestart();
        service.awaitReady(http);
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
