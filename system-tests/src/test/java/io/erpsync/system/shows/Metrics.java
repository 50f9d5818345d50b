package io.erpsync.system.shows;

import io.erpsync.system.SystemStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** What a service counts, from its metrics page. */
final class Metrics {

    private Metrics() {}

    /** The sum of all samples of that name whose tags contain every text given. */
    static double sum(SystemStack stack, String service, String name, String... tags) {
        return page(stack, service)
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(tags).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String page(SystemStack stack, String service) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(stack.url(service) + "/actuator/prometheus");
            return client.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }
}
