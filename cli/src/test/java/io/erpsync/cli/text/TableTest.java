package io.erpsync.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsColumnsAndShowsAbsentValuesAsHyphens() {
        Table table = new Table("ID", "NAME");
        table.add(List.of("long-id", "Åke"));
        table.add(List.of("x", ""));

        assertThat(table.lines(120)).containsExactly("ID       NAME", "long-id  Åke", "x        -");
    }

    @Test
    void cutsTheWidestColumnToTheLine() {
        Table table = new Table("ID", "WORDS");
        table.add(List.of("d-1", "word\n".repeat(60)));

        assertThat(table.lines(120)).allMatch(line -> line.length() <= 120);
        assertThat(table.lines(120).getLast()).startsWith("d-1  word word").endsWith("…");
    }
}
