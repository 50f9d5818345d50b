package io.erpsync.demo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One child process: how it is started, how it tells that it is ready, and where it logs. */
final class Program implements AutoCloseable {

    private static final int LINE = 160;
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final String name;
    private final Process process;
    private final Path log;
    private final long startedAt = System.nanoTime();

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a Java program with this process's own Java; its output goes to {@code log}.
     *
     * @param program where its classes are and which is the first, as Java is told
     */
    static Program java(
            String name,
            Path log,
            String memory,
            Map<String, String> properties,
            List<String> program,
            List<String> arguments) {
        List<String> command = new ArrayList<>(java(memory));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(program);
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            return new Program(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a Java program is begun here. */
    static List<String> java(String memory) {
        // Short-lived on few cores: the quick compiler and the small collector start fastest, and
        // what was just compiled, or comes from pinned libraries, is not verified once more.
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    static List<String> jar(Path jar) {
        return List.of("-jar", jar.toString());
    }

    /**
     * Blocks until {@code check} answers; throws {@link StartFailed} with the end of the log when
     * the process ends before.
     */
    Duration awaitReady(ReadyCheck check, Duration atMost) {
        while (!check.ready()) {
            if (!process.isAlive()) {
                throw new StartFailed(
                        name
                                + " ended with status "
                                + process.exitValue()
                                + ". Its log, "
                                + log
                                + ", ends:\n"
                                + tail());
            }
            if (sinceStart().compareTo(atMost) > 0) {
                throw new StartFailed(
                        name
                                + " was not ready within "
                                + atMost.toSeconds()
                                + " s. Its log, "
                                + log
                                + ", ends:\n"
                                + tail());
            }
            pause();
        }
        return sinceStart();
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailed("stopped while starting");
        }
    }

    private static String cut(String line) {
        return line.length() <= LINE ? line : line.substring(0, LINE - 3) + "...";
    }

    private String tail() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.map(Program::cut).toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 15), all.size()));
        } catch (IOException | UncheckedIOException unreadable) {
            return "(the log cannot be read: " + unreadable.getMessage() + ")";
        }
    }

    String name() {
        return name;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
