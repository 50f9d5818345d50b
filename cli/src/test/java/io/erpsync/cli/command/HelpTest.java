package io.erpsync.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.cli.text.Person;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The help of every command there is, and the README's word on them. */
class HelpTest {

    private static final Path README = Path.of("README.md");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @MethodSource("commands")
    void helpsWithEveryCommand(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        arguments.add("--help");

        assertThat(tree(out, err).execute(arguments.toArray(String[]::new))).isZero();

        assertThat(out.toString())
                .startsWith("Usage: erpsync " + command)
                .contains("--json", "--bootstrap-servers")
                .doesNotContain("\u001b");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void describesEveryCommandAndOption(String command) {
        CommandLine found = tree(out, err);
        for (String name : command.split(" ", -1)) {
            found = Objects.requireNonNull(found.getSubcommands().get(name));
        }

        assertThat(found.getCommandSpec().usageMessage().description()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void standsInTheReadme(String command) throws IOException {
        String readme = Files.readString(README);

        String[] words = command.split(" ", -1);
        assertThat(readme).contains(words[0]);
        assertThat(readme).contains(words[words.length - 1]);
    }

    @Test
    void saysTheExitCodesAsTheReadmeDoes() throws IOException {
        tree(out, err).execute("--help");
        String readme = Files.readString(README);

        List<String> codes =
                out.toString()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.matches("[0-9] +[a-z].*"))
                        .toList();
        assertThat(codes).hasSize(5);
        for (String code : codes) {
            assertThat(readme).contains("| " + code.charAt(0) + " | ");
        }
    }

    @Test
    void namesTheEnvironmentVariablesOfTheReadme() throws IOException {
        tree(out, err).execute("--help");

        List<String> variables =
                Files.readAllLines(README).stream()
                        .filter(line -> line.startsWith("| `ERPSYNC_"))
                        .map(line -> line.split("`", -1)[1])
                        .toList();
        assertThat(variables).hasSize(4);
        assertThat(out.toString()).contains(variables);
    }

    @Test
    void saysWhatWasMeantByAMisspeltCommand() {
        assertThat(tree(out, err).execute("dead-leters", "list")).isEqualTo(2);

        assertThat(err.toString()).contains("dead-letters");
        assertThat(out.toString()).isEmpty();
    }

    static Stream<String> commands() {
        return below(tree(new StringWriter(), new StringWriter()), "");
    }

    private static Stream<String> below(CommandLine command, String before) {
        return command.getSubcommands().entrySet().stream()
                .flatMap(
                        one -> {
                            String name = (before + " " + one.getKey()).strip();
                            return Stream.concat(Stream.of(name), below(one.getValue(), name));
                        });
    }

    private static CommandLine tree(StringWriter out, StringWriter err) {
        return CommandTree.of(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                InstantSource.system(),
                Person.nobody());
    }
}
