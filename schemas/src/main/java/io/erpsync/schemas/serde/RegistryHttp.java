package io.erpsync.schemas.serde;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Requests to a registry that has one or more addresses: when an address fails, the next is asked,
 * and all of them again after a pause that doubles. Blocks for at most attempts × addresses × limit
 * of a request, plus the pauses.
 */
final class RegistryHttp implements AutoCloseable {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final RegistrySettings settings;
    private final HttpClient client;

    /** The address that answered last; others of the list are copies of the same registry. */
    private final AtomicInteger preferred = new AtomicInteger();

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        this.client =
                HttpClient.newBuilder()
                        // The upgrade to HTTP/2 in clear text confuses some registries' servers.
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.timeout())
                        .build();
    }

    RegistryAnswer get(String path) {
        return send("GET", path, null);
    }

    RegistryAnswer post(String path, String body) {
        return send("POST", path, body);
    }

    RegistryAnswer put(String path, String body) {
        return send("PUT", path, body);
    }

    private RegistryAnswer send(String method, String path, @Nullable String body) {
        Duration pause = settings.pause();
        Failure last = new Failure("not asked", null);
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            if (attempt > 1) {
                pause(pause);
                pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            }
            for (int tried = 0; tried < settings.urls().size(); tried++) {
                int address = preferred.get();
                switch (ask(address, method, path, body)) {
                    case RegistryAnswer answer -> {
                        return answer;
                    }
                    case Failure failure -> {
                        last = failure;
                        preferred.compareAndSet(address, (address + 1) % settings.urls().size());
                    }
                }
            }
        }
        throw new RegistryUnavailable(
                "the schema registry at "
                        + settings.urls()
                        + " cannot be used: "
                        + last.words
                        + "; see that it runs and that "
                        + SerdeKeys.URL
                        + " is right",
                last.cause);
    }

    private Attempt ask(int address, String method, String path, @Nullable String body) {
        URI uri = URI.create(settings.urls().get(address) + path);
        try {
            HttpResponse<String> response =
                    client.send(request(uri, method, body), BodyHandlers.ofString());
            int status = response.statusCode();
            if (status == 401 || status == 403) {
                throw new RegistryUnavailable(
                        "the schema registry at "
                                + settings.urls().get(address)
                                + " does not accept our credentials ("
                                + status
                                + "); see "
                                + SerdeKeys.CREDENTIALS_SOURCE
                                + " and "
                                + SerdeKeys.USER_INFO,
                        null);
            }
            if (status >= 500 || status == 429 || status == 408) {
                return new Failure("it answered " + status + " to " + method + " " + path, null);
            }
            return RegistryAnswer.read(status, response.body())
                    .<Attempt>map(answer -> answer)
                    .orElseGet(() -> notARegistry(status, method, path));
        } catch (IOException failed) {
            String words = failed.getMessage() == null ? "" : ": " + failed.getMessage();
            return new Failure(failed.getClass().getSimpleName() + words, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailable("interrupted while asking the registry", interrupted);
        }
    }

    private static Failure notARegistry(int status, String method, String path) {
        return new Failure(
                "it answered " + status + " to " + method + " " + path + " as no registry does",
                null);
    }

    private HttpRequest request(URI uri, String method, @Nullable String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(settings.timeout())
                        .header("Accept", MEDIA_TYPE + ", application/json");
        if (settings.authorization() != null) {
            request.header("Authorization", settings.authorization());
        }
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", MEDIA_TYPE)
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailable("interrupted while waiting", interrupted);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** What became of asking one address once. */
    sealed interface Attempt permits RegistryAnswer, Failure {}

    private record Failure(String words, @Nullable Throwable cause) implements Attempt {}
}
