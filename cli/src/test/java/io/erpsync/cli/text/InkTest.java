package io.erpsync.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InkTest {

    @Test
    void leavesTextAloneWhereNobodyLooks() {
        Ink ink = Ink.of(Person.nobody());

        assertThat(ink.green("a") + ink.yellow("b") + ink.red("c") + ink.dim("d"))
                .isEqualTo("abcd");
    }

    @Test
    void endsEveryColour() {
        for (String coloured :
                new String[] {
                    Ink.ANSI.green("a"), Ink.ANSI.yellow("a"), Ink.ANSI.red("a"), Ink.ANSI.dim("a")
                }) {
            assertThat(coloured).matches("\u001b\\[[0-9]+ma\u001b\\[0m");
        }
    }

    @Test
    void takesNobodyForOneWhoSaysNo() {
        assertThat(Person.nobody().isThere()).isFalse();
        assertThat(Person.nobody().agrees("Replay 3 dead letters?")).isFalse();
    }
}
