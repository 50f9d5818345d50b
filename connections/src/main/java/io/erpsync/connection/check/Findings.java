package io.erpsync.connection.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found, the worst first in the end. */
final class Findings {

    private final List<MappingFault> found = new ArrayList<>();

    void fault(String key, String value, String message, String remedy) {
        found.add(new MappingFault(Severity.FAULT, key, value, message, remedy));
    }

    void warning(String key, String value, String message, String remedy) {
        found.add(new MappingFault(Severity.WARNING, key, value, message, remedy));
    }

    void note(String key, String value, String message, String remedy) {
        found.add(new MappingFault(Severity.NOTE, key, value, message, remedy));
    }

    List<MappingFault> worstFirst() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(MappingFault::severity))
                .toList();
    }
}
