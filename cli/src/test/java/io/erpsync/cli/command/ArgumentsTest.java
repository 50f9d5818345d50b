package io.erpsync.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pause",
                "pause --connection ACME",
                "link --connection acme --lime-id 1",
                "history --last 0",
                "topics apply --partitions 0",
                "check",
                "nonsense"
            })
    void refusesArgumentsThatCannotBe(String arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "topics apply --help",
                "links list --help",
                "brake release --help"
            })
    void helpsEverywhere(String arguments) {
        assertThat(run(arguments)).isZero();
        assertThat(out.toString()).contains("Usage: erpsync");
    }

    @Test
    void saysWhereTheConnectionsAreToBeTold() {
        assertThat(run("check acme")).isEqualTo(2);
        assertThat(err.toString()).contains("--connections-dir");
    }

    private int run(String arguments) {
        return CommandTree.of(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        InstantSource.system(),
                        io.erpsync.cli.text.Person.nobody())
                .execute(arguments.split(" ", -1));
    }
}
