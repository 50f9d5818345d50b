package io.erpsync.demo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

    @TempDir private Path home;

    @Test
    void beginsWithEmptyFolders() throws IOException {
        Layout layout = new Layout(home);
        Files.createDirectories(layout.data().resolve("broker/links-0"));
        Files.writeString(layout.data().resolve("broker/links-0/old.log"), "old");
        Files.writeString(home.resolve("kept"), "not ours");

        layout.clean();

        assertThat(layout.data().resolve("broker")).doesNotExist();
        assertThat(layout.data().resolve("connections")).isEmptyDirectory();
        assertThat(layout.log("broker").getParent()).isEmptyDirectory();
        assertThat(home.resolve("kept")).exists();
    }

    @Test
    void findsWhatWasBuilt() throws IOException {
        touch("demo/target/services/sandbox/META-INF/MANIFEST.MF");
        Path self = touch("demo/target/demo-0.1.0-SNAPSHOT-exec.jar");
        Path registry = touch("demo/.apicurio/3.0/quarkus-run.jar");

        Layout layout = new Layout(home);

        assertThat(layout.service("sandbox"))
                .isEqualTo(home.resolve("demo/target/services/sandbox"));
        assertThat(layout.self()).isEqualTo(self);
        assertThat(layout.registry()).isEqualTo(registry);
    }

    @Test
    void saysWhatIsNotBuilt() throws IOException {
        Files.createDirectories(home.resolve("demo/target"));
        Files.createDirectories(home.resolve("demo/.apicurio"));
        Layout layout = new Layout(home);

        assertThatThrownBy(() -> layout.service("sandbox"))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("sandbox is missing; bin/demo builds it");
        assertThatThrownBy(layout::self).isInstanceOf(StartFailed.class);
        assertThatThrownBy(layout::registry)
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("schema registry");
    }

    private Path touch(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
