package io.erpsync.demo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the demo finds its programs and keeps its data, under the checkout. */
public record Layout(Path home) {

    /** The folder with that service, unpacked. */
    Path service(String name) {
        return existing(home.resolve("demo/target/services").resolve(name));
    }

    Path self() {
        try (Stream<Path> jars = Files.list(home.resolve("demo/target"))) {
            return jars.filter(jar -> jar.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new StartFailed(
                                            "demo/target has no built demo; bin/demo builds it"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path registry() {
        try (Stream<Path> files = Files.walk(home.resolve("demo/.apicurio"), 4)) {
            return files.filter(file -> file.getFileName().toString().equals("quarkus-run.jar"))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new StartFailed(
                                            "the schema registry is not unpacked under demo/.apicurio"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw new StartFailed(file + " is missing; bin/demo builds it");
        }
        return file;
    }

    Path data() {
        return home.resolve(".demo");
    }

    /** Which processes run; read before the folder is wiped. */
    Path processes() {
        return data().resolve("processes");
    }

    Path log(String name) {
        return data().resolve("logs").resolve(name + ".log");
    }

    /**
     * Begins with empty folders: broker, registry and sandbox belong together and are wiped
     * together.
     */
    void clean() {
        try {
            if (Files.exists(data())) {
                try (Stream<Path> files = Files.walk(data())) {
                    files.sorted(Comparator.reverseOrder()).forEach(Layout::delete);
                }
            }
            Files.createDirectories(data().resolve("logs"));
            Files.createDirectories(data().resolve("connections"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
