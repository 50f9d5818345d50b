package io.erpsync.demo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The processes of a demo, noted in a file, so that the next demo of the same folder can stop what
 * one that was killed has left running. A process is known by its number and the moment of its
 * start: numbers are used again.
 */
final class Leftovers {

    static final String DEMO = "demo";

    private static final int GRACE_SECONDS = 10;

    private final Path file;

    Leftovers(Path file) {
        this.file = file;
    }

    void note(String name, ProcessHandle process) {
        try {
            Files.writeString(
                    file,
                    process.pid() + " " + started(process) + " " + name + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops them and says their names; none of them while the demo that started them still runs.
     */
    List<String> stop() {
        List<String> stopped = new ArrayList<>();
        List<String> lines = lines();
        if (lines.stream().anyMatch(line -> name(line).equals(DEMO) && alive(line).isPresent())) {
            return stopped;
        }
        for (String line : lines) {
            alive(line)
                    .ifPresent(
                            process -> {
                                process.destroyForcibly();
                                process.onExit()
                                        .orTimeout(GRACE_SECONDS, TimeUnit.SECONDS)
                                        .exceptionally(_ -> process)
                                        .join();
                                stopped.add(name(line));
                            });
        }
        return stopped;
    }

    private List<String> lines() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> line.matches("\\d{1,18} \\d{1,18} .+"))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String line) {
        return line.split(" ", 3)[2];
    }

    private static Optional<ProcessHandle> alive(String line) {
        String[] parts = line.split(" ", 3);
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process) == Long.parseLong(parts[1]));
    }

    /** In milliseconds; 0 where the platform does not tell. */
    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(at -> at.toEpochMilli()).orElse(0L);
    }
}
