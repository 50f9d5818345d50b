package io.erpsync.cli;

import io.erpsync.cli.command.CommandTree;
import io.erpsync.cli.text.Person;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** The process behind {@code bin/erpsync}; its exit codes stand in the README. */
public final class Erpsync {

    private Erpsync() {}

    public static void main(String[] arguments) {
        PrintWriter out = utf8(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err));
        int code =
                CommandTree.of(out, err, InstantSource.system(), Person.atTerminal())
                        .execute(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Whatever the terminal's own idea: names of companies are not ASCII. */
    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
