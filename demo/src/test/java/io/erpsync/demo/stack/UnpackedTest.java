package io.erpsync.demo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {

    @TempDir private Path folder;

    @Test
    void startsTheClassThatTheJarNamed() throws IOException {
        manifest("Manifest-Version: 1.0\nStart-Class: io.erpsync.Some\n\n");

        assertThat(Unpacked.start(folder))
                .containsExactly(
                        "-cp",
                        folder.resolve("service.jar")
                                + File.pathSeparator
                                + folder.resolve("BOOT-INF/lib/*"),
                        "io.erpsync.Some");
    }

    @Test
    void saysThatAFolderHoldsNoService() throws IOException {
        manifest("Manifest-Version: 1.0\n\n");

        assertThatThrownBy(() -> Unpacked.start(folder))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("names no Start-Class");
    }

    private void manifest(String text) throws IOException {
        Path file = folder.resolve("META-INF/MANIFEST.MF");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
