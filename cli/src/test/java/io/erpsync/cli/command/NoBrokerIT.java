package io.erpsync.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.cli.text.Person;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It waits as long as a person would for a broker that does not answer. */
class NoBrokerIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bootstrap-servers 127.0.0.1:1 links list",
                "links list --bootstrap-servers 127.0.0.1:1"
            })
    void saysThatNoBrokerAnswers(String arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int status =
                CommandTree.of(
                                new PrintWriter(out, true),
                                new PrintWriter(err, true),
                                InstantSource.system(),
                                Person.nobody())
                        .execute(arguments.split(" ", -1));

        assertThat(status).isEqualTo(3);
        assertThat(err.toString()).contains("no Kafka broker answers at 127.0.0.1:1");
    }
}
