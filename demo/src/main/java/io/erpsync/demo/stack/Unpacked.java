package io.erpsync.demo.stack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;

/** A service, unpacked: the jar of its classes, its libraries and its manifest. */
final class Unpacked {

    private Unpacked() {}

    /** What Java is told to start it. */
    static List<String> start(Path folder) {
        String classPath =
                folder.resolve("service.jar")
                        + File.pathSeparator
                        + folder.resolve("BOOT-INF/lib/*");
        return List.of("-cp", classPath, mainClass(folder.resolve("META-INF/MANIFEST.MF")));
    }

    private static String mainClass(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String name = new Manifest(in).getMainAttributes().getValue("Start-Class");
            if (name == null) {
                throw new StartFailed(file + " names no Start-Class; bin/demo builds it");
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
