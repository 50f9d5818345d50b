package io.erpsync.system;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service consists of: its executable jar, unpacked.
 *
 * @param folder the jar's content
 * @param instead classes that are looked at before its own; empty for a service as it was built
 */
public record ServiceCode(Path folder, List<Path> instead) {

    public ServiceCode {
        instead = List.copyOf(instead);
    }

    /** A service as it was built, such as {@code erp-writers}. */
    public static ServiceCode of(String artifact) {
        return new ServiceCode(
                Path.of(System.getProperty("services.home", "."), artifact), List.of());
    }

    /** What Java is told to start it. */
    List<String> start() {
        return List.of("-cp", classPath(), mainClass());
    }

    /** Every entry by its name: the compiler, unlike the launcher, knows no wildcard. */
    String classPath() {
        try (Stream<Path> libraries = Files.list(folder.resolve("BOOT-INF/lib"))) {
            return Stream.concat(
                            Stream.concat(
                                    instead.stream(),
                                    Stream.of(folder.resolve("BOOT-INF/classes"))),
                            libraries.sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String mainClass() {
        Path file = folder.resolve("META-INF/MANIFEST.MF");
        try (InputStream in = Files.newInputStream(file)) {
            String name = new Manifest(in).getMainAttributes().getValue("Start-Class");
            if (name == null) {
                throw new IllegalStateException(file + " names no Start-Class");
            }
            return name;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
