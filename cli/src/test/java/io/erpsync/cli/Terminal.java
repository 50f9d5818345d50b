package io.erpsync.cli;

import io.erpsync.cli.command.CommandTree;
import io.erpsync.cli.text.Person;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs one command after another in this process, and keeps what the last one printed. */
public final class Terminal {

    private final List<String> before;
    private final List<String> questions = new ArrayList<>();
    private String out = "";
    private String err = "";

    /** The options given are put before every command. */
    public Terminal(String... before) {
        this.before = List.of(before);
    }

    /** As a program calls it. */
    public int run(String... arguments) {
        return run(Person.nobody(), arguments);
    }

    /** As a person calls it who gives that answer to every question. */
    public int runAnswering(boolean answer, String... arguments) {
        return run(
                new Person() {
                    @Override
                    public boolean isThere() {
                        return true;
                    }

                    @Override
                    public boolean agrees(String question) {
                        questions.add(question);
                        return answer;
                    }
                },
                arguments);
    }

    private int run(Person person, String... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter complained = new StringWriter();
        List<String> all = new ArrayList<>(before);
        all.addAll(List.of(arguments));
        questions.clear();
        int code =
                CommandTree.of(
                                new PrintWriter(printed, true),
                                new PrintWriter(complained, true),
                                InstantSource.system(),
                                person)
                        .execute(all.toArray(String[]::new));
        out = printed.toString();
        err = complained.toString();
        return code;
    }

    public String out() {
        return out;
    }

    public String err() {
        return err;
    }

    public List<String> questions() {
        return List.copyOf(questions);
    }

    /** All of standard output as one JSON value; fails where it is anything else. */
    public JsonNode json() {
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(out);
    }
}
