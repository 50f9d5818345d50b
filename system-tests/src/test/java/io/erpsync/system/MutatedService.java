package io.erpsync.system;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A service with one line of one class broken on purpose, to show that the tests see it: a copy of
 * its jar, with the class compiled anew from its changed source. Nothing in the service knows.
 */
public final class MutatedService {

    private MutatedService() {}

    /**
     * The copy. Fails when {@code line} does not stand exactly once in the source, so that a
     * breakage never misses its place in silence.
     *
     * @param artifact the service, such as {@code erp-writers}
     * @param module where the class is, from the root of the sources, such as {@code
     *     connectors/fortnox}
     * @param type its full name
     * @param line what stands in the source
     * @param breakage what is to stand there
     * @param folder an empty one
     */
    public static Path of(
            String artifact, String module, String type, String line, String breakage, Path folder)
            throws IOException {
        Path copy = folder.resolve(artifact + "-broken.jar");
        Files.copy(SystemStack.jar(artifact), copy, StandardCopyOption.REPLACE_EXISTING);
        String file = type.replace('.', '/') + ".java";
        Path source =
                Path.of(System.getProperty("sources.home", ".."), module, "src/main/java", file);
        Path broken = folder.resolve("source").resolve(file);
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, changed(Files.readString(source), line, breakage));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        try (FileSystem jar =
                FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.of())) {
            compile(broken, classPath(jar, folder.resolve("class-path")), classes);
            // The service's own classes are looked at before those of its libraries.
            addAll(classes, jar.getPath("BOOT-INF/classes"));
        }
        return copy;
    }

    private static String changed(String source, String line, String breakage) {
        int at = source.indexOf(line);
        if (at < 0 || source.indexOf(line, at + 1) >= 0) {
            throw new IllegalArgumentException("does not stand exactly once: " + line);
        }
        return source.substring(0, at) + breakage + source.substring(at + line.length());
    }

    private static List<Path> classPath(FileSystem jar, Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        Path own = folder.resolve("own");
        addAll(jar.getPath("BOOT-INF/classes"), own);
        entries.add(own);
        addAll(jar.getPath("BOOT-INF/lib"), folder.resolve("lib"));
        try (Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
            libraries.forEach(entries::add);
        }
        return entries;
    }

    private static void addAll(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                Files.createDirectories(target.getParent());
                Files.copy(one, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void compile(Path source, List<Path> classPath, Path classes)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled =
                    compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    List.of(
                                            "-proc:none",
                                            "-d",
                                            classes.toString(),
                                            "-cp",
                                            classPath.stream()
                                                    .map(Path::toString)
                                                    .collect(Collectors.joining(":"))),
                                    null,
                                    files.getJavaFileObjects(source))
                            .call();
            if (!compiled) {
                throw new IllegalArgumentException("the breakage does not compile: " + said);
            }
        }
    }
}
