package io.erpsync.cli.text;

import java.io.Console;
import java.util.Optional;

/** Whoever sits before the program: a person at a terminal, or nobody, when a program calls it. */
public interface Person {

    /** Whether somebody reads along, and can be asked; colours are for them alone. */
    boolean isThere();

    /** Puts the question and waits; true only for a plain yes. */
    boolean agrees(String question);

    /** Nobody: every question is answered with no. */
    static Person nobody() {
        return new Person() {
            @Override
            public boolean isThere() {
                return false;
            }

            @Override
            public boolean agrees(String question) {
                return false;
            }
        };
    }

    /** Whoever is at this process's terminal, if both its input and its output are one. */
    static Person atTerminal() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(Person::at)
                .orElseGet(Person::nobody);
    }

    private static Person at(Console console) {
        return new Person() {
            @Override
            public boolean isThere() {
                return true;
            }

            @Override
            public boolean agrees(String question) {
                String answer = console.readLine("%s [y/N] ", question);
                return answer != null && answer.strip().matches("(?i)y(es)?");
            }
        };
    }
}
