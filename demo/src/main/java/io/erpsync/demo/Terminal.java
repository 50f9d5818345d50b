package io.erpsync.demo;

import io.erpsync.demo.stack.Ports;
import io.erpsync.demo.stack.Service;
import io.erpsync.demo.story.Teller;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What the demo prints, in colour where a person looks at it. */
final class Terminal implements Teller {

    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String DIM = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final boolean coloured;

    /** On standard output. */
    Terminal() {
        this(
                new PrintStream(
                        new java.io.FileOutputStream(java.io.FileDescriptor.out),
                        true,
                        StandardCharsets.UTF_8),
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
                        && System.getenv("NO_COLOR") == null);
    }

    Terminal(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    void progress(String line) {
        out.println(paint(DIM, "  " + line));
    }

    void failed(@org.jspecify.annotations.Nullable String line) {
        out.println();
        out.println(paint(RED, "The demo could not start: ") + line);
    }

    @Override
    public void chapter(String title) {
        out.println();
        out.println(paint(BOLD, title));
    }

    @Override
    public void seen(String what, Duration took) {
        out.printf(Locale.ROOT, "  %s %5.1f s  %s%n", paint(GREEN, "✔"), seconds(took), what);
    }

    @Override
    public void missed(String what, Duration took) {
        out.printf(Locale.ROOT, "  %s %5.1f s  %s%n", paint(RED, "✘"), seconds(took), what);
    }

    @Override
    public void note(String line) {
        out.println(paint(DIM, "            " + line));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    void stopping() {
        out.println();
        out.println("  stopping ...");
    }

    void addresses() {
        chapter("Everything stays up until Ctrl-C");
        out.println("  both systems beside each other   http://127.0.0.1:" + Ports.SANDBOX + "/");
        out.println(
                "  what was really written          http://127.0.0.1:" + Ports.SANDBOX + "/ledger");
        out.println(
                "  Lime CRM, application demo       http://127.0.0.1:"
                        + Ports.SANDBOX
                        + "/lime/demo/api/v1/    (x-api-key: demo)");
        out.println(
                "  Fortnox                          http://127.0.0.1:"
                        + Ports.SANDBOX
                        + "/fortnox/3/           (client demo/demo, tenant 1)");
        out.println("  Kafka                            127.0.0.1:" + Ports.BROKER);
        out.println(
                "  schema registry                  http://127.0.0.1:"
                        + Ports.REGISTRY
                        + "/apis/ccompat/v7");
        Service.ALL.forEach(
                service ->
                        out.printf(
                                "  %-32s http://127.0.0.1:%d/actuator/health%n",
                                service.name(), service.port()));
        out.println("  its logs                         " + ".demo/logs/");
        out.println(
                "  try                              bin/erpsync links list, bin/erpsync history,"
                        + " bin/story-by-curl");
        out.println();
    }

    private String paint(String colour, String text) {
        return coloured ? colour + text + PLAIN : text;
    }
}
