package io.erpsync.cli.command;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whoever typed the command. */
@FunctionalInterface
public interface Person {

    /** Nobody: a script, or a pipe. */
    Person NOBODY = _ -> null;

    /** What the person answers; null where nobody can be asked. */
    @Nullable String answer(String question);

    /** The person at the terminal, if there is one. */
    static Person atTerminal() {
        Console console = System.console();
        return console == null || !console.isTerminal()
                ? NOBODY
                : question -> console.readLine("%s", question);
    }
}
