package io.erpsync.demo.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir private Path folder;
    private Path file;
    private Leftovers leftovers;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("processes");
        leftovers = new Leftovers(file);
        process = new ProcessBuilder("sleep", "120").start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void findsNothingWhereNoDemoHasBeen() {
        assertThat(leftovers.stop()).isEmpty();
    }

    @Test
    void stopsWhatADeadDemoLeft() throws IOException, InterruptedException {
        Process demo = new ProcessBuilder("true").start();
        leftovers.note(Leftovers.DEMO, demo.toHandle());
        demo.waitFor();
        leftovers.note("schema registry", process.toHandle());

        assertThat(leftovers.stop()).containsExactly("schema registry");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void leavesWhatADemoThatRunsHasStarted() {
        leftovers.note(Leftovers.DEMO, ProcessHandle.current());
        leftovers.note("broker", process.toHandle());

        assertThat(leftovers.stop()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void leavesAStrangerThatHasTheNumberNow() throws IOException {
        Files.writeString(file, process.pid() + " 1 broker\n");

        assertThat(leftovers.stop()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void passesOverLinesThatAreNotWhole() throws IOException {
        Files.writeString(file, "12\n\nnonsense at all\n");

        assertThat(leftovers.stop()).isEmpty();
    }
}
