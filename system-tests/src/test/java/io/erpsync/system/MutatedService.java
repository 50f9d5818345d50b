package io.erpsync.system;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A service with one line of one class broken on purpose, to show that the tests see it: the class
 * is compiled anew from its changed source and looked at first. Nothing in the service knows.
 */
public final class MutatedService {

    private MutatedService() {}

    /**
     * Its code. Fails when {@code line} does not stand exactly once in the source, so that a
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
    public static ServiceCode of(
            String artifact, String module, String type, String line, String breakage, Path folder)
            throws IOException {
        ServiceCode built = ServiceCode.of(artifact);
        String file = type.replace('.', '/') + ".java";
        Path source =
                Path.of(System.getProperty("sources.home", ".."), module, "src/main/java", file);
        Path broken = folder.resolve("source").resolve(file);
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, changed(Files.readString(source), line, breakage));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(broken, built.classPath(), classes);
        return new ServiceCode(built.folder(), List.of(classes));
    }

    private static String changed(String source, String line, String breakage) {
        int at = source.indexOf(line);
        if (at < 0 || source.indexOf(line, at + 1) >= 0) {
            throw new IllegalArgumentException("does not stand exactly once: " + line);
        }
        return source.substring(0, at) + breakage + source.substring(at + line.length());
    }

    private static void compile(Path source, String classPath, Path classes) throws IOException {
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
                                            classPath),
                                    null,
                                    files.getJavaFileObjects(source))
                            .call();
            if (!compiled) {
                throw new IllegalArgumentException("the breakage does not compile: " + said);
            }
        }
    }
}
