package io.erpsync.sync.core.mutants;

import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Directory;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.core.world.Broken;
import io.erpsync.sync.core.world.Deciding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles the decision from its sources, with a line changed, beside the one that the tests use:
 * the packages that decide are the mutant's own, the model is shared.
 */
final class MutantCompiler {

    private static final Path CORE = Path.of("src/main/java/io/erpsync/sync/core");
    private static final List<String> MUTABLE = List.of("decide", "mapping", "text");
    private static final String DECIDER = "io.erpsync.sync.core.decide.Decider";

    private MutantCompiler() {}

    /** The decision of {@code mutant}; fails when its line is not in the source exactly once. */
    static Deciding compile(Mutant mutant) {
        List<JavaFileObject> sources = new ArrayList<>();
        boolean found = false;
        for (String folder : MUTABLE) {
            for (Path file : filesIn(CORE.resolve(folder))) {
                String text = read(file);
                if (file.equals(CORE.resolve(mutant.file()))) {
                    text = mutated(text, mutant);
                    found = true;
                }
                sources.add(new Source(file, text));
            }
        }
        if (!found) {
            throw new IllegalArgumentException("there is no " + mutant.file());
        }
        return deciding(compiled(sources, mutant));
    }

    private static String mutated(String text, Mutant mutant) {
        int first = text.indexOf(mutant.line());
        if (first < 0 || text.indexOf(mutant.line(), first + 1) >= 0) {
            throw new IllegalArgumentException(
                    mutant.file() + " must have exactly once: " + mutant.line());
        }
        return text.replace(mutant.line(), mutant.instead());
    }

    private static MutantLoader compiled(List<JavaFileObject> sources, Mutant mutant) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ClassesInMemory classes =
                new ClassesInMemory(compiler.getStandardFileManager(null, null, null));
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", ""));
        List<String> options = List.of("-proc:none", "-nowarn", "-classpath", path);
        StringBuilder log = new StringBuilder();
        boolean done =
                compiler.getTask(
                                null,
                                classes,
                                diagnostic -> log.append(diagnostic).append('\n'),
                                options,
                                null,
                                sources)
                        .call();
        if (!done) {
            throw new IllegalArgumentException(mutant + " does not compile: " + log);
        }
        return new MutantLoader(classes.bytes());
    }

    private static Deciding deciding(MutantLoader loader) {
        try {
            MethodHandle decide =
                    MethodHandles.publicLookup()
                            .findStatic(
                                    loader.loadClass(DECIDER),
                                    "decide",
                                    MethodType.methodType(
                                            Decision.class,
                                            Link.class,
                                            Event.class,
                                            Rules.class,
                                            Directory.class));
            return (link, event, rules, directory) -> {
                try {
                    return (Decision) decide.invokeExact(link, event, rules, directory);
                } catch (Throwable thrown) {
                    throw new Broken("the decision itself fails: " + thrown);
                }
            };
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("no decision in the mutant", missing);
        }
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("package-info.java")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(Path file, String text) {
            super(URI.create("string:///" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
