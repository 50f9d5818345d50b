package io.erpsync.system.runs;

import io.erpsync.system.Secrets;
import io.erpsync.system.SystemStack;
import io.erpsync.system.evidence.LoggedSecret;
import io.erpsync.system.workload.Invented;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what the services logged since this was made. */
final class LogReading {

    /** How every token of the sandbox begins. */
    private static final String TOKEN = "eyJ";

    private final SystemStack stack;
    private final Map<String, Integer> readBefore = new HashMap<>();
    private final List<String> forbidden =
            Stream.of(Secrets.all(), Invented.PERSONAL, List.of(TOKEN))
                    .flatMap(List::stream)
                    .toList();

    LogReading(SystemStack stack) {
        this.stack = stack;
        stack.names().forEach(name -> readBefore.put(name, lines(name).size()));
    }

    List<LoggedSecret> told() {
        List<LoggedSecret> told = new ArrayList<>();
        for (String service : stack.names()) {
            List<String> lines = lines(service);
            for (String line : lines.subList(readBefore.getOrDefault(service, 0), lines.size())) {
                forbidden.stream()
                        .filter(line::contains)
                        .findFirst()
                        .ifPresent(what -> told.add(new LoggedSecret(service, what, line)));
            }
        }
        return told;
    }

    private List<String> lines(String service) {
        try {
            return Files.readAllLines(stack.log(service));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
