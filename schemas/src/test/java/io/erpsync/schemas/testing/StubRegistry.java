package io.erpsync.schemas.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry for unit tests: the calls that our serializers make, held in memory, on a free port of
 * the loopback address. Compatibility is not checked; {@link #answerNext} plays every fault.
 */
public final class StubRegistry implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final TreeMap<Integer, Schema> schemas = new TreeMap<>();
    private final TreeMap<String, List<Integer>> subjects = new TreeMap<>();
    private final Deque<Answer> faults = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private int nextId;

    private StubRegistry(int firstId) {
        this.nextId = firstId;
        try {
            server = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public static StubRegistry start() {
        return startingAt(1);
    }

    /** A registry that gives out {@code firstId} first. */
    public static StubRegistry startingAt(int firstId) {
        return new StubRegistry(firstId);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Registers as a client would; the id. */
    public synchronized int register(String subject, Schema schema) {
        int id =
                schemas.entrySet().stream()
                        .filter(entry -> same(entry.getValue(), schema))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseGet(() -> take(schema));
        List<Integer> versions = subjects.computeIfAbsent(subject, _ -> new ArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    /** Forgets all, and gives {@code firstId} out next. */
    public synchronized void wipe(int firstId) {
        schemas.clear();
        subjects.clear();
        nextId = firstId;
    }

    /** The next request is answered so, whatever it asks; several calls queue up. */
    public synchronized void answerNext(int status, String body) {
        faults.add(new Answer(status, body));
    }

    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Answer answer =
                answer(
                        new Request(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().getPath(),
                                exchange.getRequestHeaders().getFirst("Authorization"),
                                body));
        byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Answer answer(Request request) {
        requests.add(request);
        Answer fault = faults.poll();
        if (fault != null) {
            return fault;
        }
        String[] parts = request.path.substring(1).split("/", -1);
        return switch (request.method + " " + parts[0]) {
            case "GET schemas" -> schema(Integer.parseInt(parts[2]));
            case "POST subjects" -> {
                Schema schema =
                        new Schema.Parser()
                                .parse(JSON.readTree(request.body).path("schema").asString());
                yield parts.length == 3
                        ? new Answer(200, "{\"id\":" + register(parts[1], schema) + "}")
                        : found(parts[1], schema);
            }
            case "PUT config" -> new Answer(200, request.body);
            default -> unknown(40400, "no such path");
        };
    }

    private Answer schema(int id) {
        Schema schema = schemas.get(id);
        return schema == null
                ? unknown(40403, "Schema " + id + " not found")
                : new Answer(200, JSON.writeValueAsString(Map.of("schema", schema.toString())));
    }

    private Answer found(String subject, Schema schema) {
        List<Integer> versions = subjects.get(subject);
        if (versions == null) {
            return unknown(40401, "Subject '" + subject + "' not found.");
        }
        return versions.stream()
                .filter(id -> same(schemas.get(id), schema))
                .findFirst()
                .map(id -> new Answer(200, "{\"subject\":\"" + subject + "\",\"id\":" + id + "}"))
                .orElseGet(() -> unknown(40403, "Schema not found"));
    }

    private int take(Schema schema) {
        schemas.put(nextId, schema);
        return nextId++;
    }

    /** Registries compare the text: a schema that only our generator marks is another one. */
    private static boolean same(@Nullable Schema one, Schema other) {
        return one != null && one.toString().equals(other.toString());
    }

    private static Answer unknown(int error, String words) {
        return new Answer(404, "{\"error_code\":" + error + ",\"message\":\"" + words + "\"}");
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    /** What was asked. */
    public record Request(
            String method, String path, @Nullable String authorization, String body) {}

    private record Answer(int status, String body) {}
}
