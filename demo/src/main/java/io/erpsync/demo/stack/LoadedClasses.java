package io.erpsync.demo.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What a service loads while it starts, kept in one file beside it: with it Java starts the service
 * for half the work. Made once after a build, by starting the service until its first request could
 * be served; without the file, or with one that does not fit, the service merely starts slower. It
 * is made under another name, so that a half one is never taken for it; what could not be made is
 * tried again after the next build.
 */
public final class LoadedClasses {

    private static final String FILE = "loaded.jsa";
    private static final String MADE_OF = "loaded.of";
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 60;

    private LoadedClasses() {}

    /** What Java is told to start the service in {@code folder}. */
    static List<String> start(Path folder) {
        List<String> command = new ArrayList<>();
        if (Files.exists(folder.resolve(FILE))) {
            command.add("-XX:SharedArchiveFile=" + folder.resolve(FILE));
        }
        command.addAll(Unpacked.start(folder));
        return command;
    }

    /** Makes the files that are missing or were made of something else than what is there now. */
    public static void prepare(Layout layout, Consumer<String> progress) {
        long begun = System.nanoTime();
        TreeSet<String> modules = new TreeSet<>(List.of("sandbox"));
        Service.ALL.forEach(service -> modules.add(service.module()));
        List<Path> due =
                modules.stream().map(layout::service).filter(LoadedClasses::isDue).toList();
        if (due.isEmpty()) {
            return;
        }
        progress.accept("preparing the services for a quick start (half a minute, once a build)");
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> made = new ArrayList<>();
            due.forEach(folder -> made.add(pool.submit(() -> make(folder))));
            for (Future<?> one : made) {
                one.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailed("stopped while preparing");
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "the services could not be prepared", failed.getCause());
        }
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "services prepared for a quick start after %.1f s",
                        (System.nanoTime() - begun) / 1e9));
    }

    static boolean isDue(Path folder) {
        try {
            Path madeOf = folder.resolve(MADE_OF);
            return !Files.exists(madeOf) || !Files.readString(madeOf).equals(content(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path folder) {
        try {
            Path half = folder.resolve(FILE + ".half");
            Files.deleteIfExists(folder.resolve(MADE_OF));
            Files.deleteIfExists(folder.resolve(FILE));
            List<String> command = new ArrayList<>(Program.java("320m"));
            command.add("-XX:ArchiveClassesAtExit=" + half);
            // Spring ends by itself when all is set up and nothing has begun to work.
            command.add("-Dspring.context.exit=onRefresh");
            settings(folder).forEach(setting -> command.add("-D" + setting));
            command.addAll(Unpacked.start(folder));
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("loaded.log").toFile())
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            } else if (process.exitValue() == 0 && Files.exists(half)) {
                Files.move(half, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.writeString(folder.resolve(MADE_OF), content(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Enough to be set up; nothing answers at these addresses, and nobody asks. */
    private static List<String> settings(Path folder) {
        Path nothing = folder.resolve("nothing");
        return List.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "erpsync.bootstrap-servers=127.0.0.1:1",
                "erpsync.registry-url=http://127.0.0.1:1",
                "erpsync.connections-dir=" + nothing,
                "erpsync.secrets-dir=" + nothing,
                "erpsync.state-dir=" + nothing,
                "erpsync.installation=demo",
                "erpsync.target=fortnox",
                "erpsync.replica-name=none");
    }

    /** Changes with any jar, also where only its content does and neither size nor time. */
    static String content(Path folder) throws IOException {
        CRC32 sum = new CRC32();
        try (Stream<Path> libraries = Files.list(folder.resolve("BOOT-INF/lib"))) {
            List<Path> jars = new ArrayList<>(libraries.sorted().toList());
            jars.add(folder.resolve("service.jar"));
            for (Path jar : jars) {
                sum.update(Files.readAllBytes(jar));
                sum.update((jar + "@" + Files.getLastModifiedTime(jar)).getBytes(UTF_8));
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
