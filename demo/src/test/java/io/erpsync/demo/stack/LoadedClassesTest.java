package io.erpsync.demo.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedClassesTest {

    @TempDir private Path folder;

    @BeforeEach
    void unpacks() throws IOException {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.createDirectories(folder.resolve("BOOT-INF/lib"));
        Files.writeString(
                folder.resolve("META-INF/MANIFEST.MF"),
                "Manifest-Version: 1.0\nStart-Class: io.erpsync.Some\n\n");
        Files.writeString(folder.resolve("service.jar"), "service");
        Files.writeString(folder.resolve("BOOT-INF/lib/model.jar"), "model");
    }

    @Test
    void startsWithWhatWasKept() throws IOException {
        assertThat(LoadedClasses.start(folder)).isEqualTo(Unpacked.start(folder));

        kept();

        assertThat(LoadedClasses.start(folder))
                .startsWith("-XX:SharedArchiveFile=" + folder.resolve("loaded.jsa"))
                .containsAll(Unpacked.start(folder));
    }

    @Test
    void makesItAnewWhenALibraryIsAnotherThoughOfTheSameSizeAndTime() throws IOException {
        assertThat(LoadedClasses.isDue(folder)).isTrue();
        kept();
        assertThat(LoadedClasses.isDue(folder)).isFalse();
        Path library = folder.resolve("BOOT-INF/lib/model.jar");
        var time = Files.getLastModifiedTime(library);

        Files.writeString(library, "ledom");
        Files.setLastModifiedTime(library, time);

        assertThat(LoadedClasses.isDue(folder)).isTrue();
    }

    private void kept() throws IOException {
        Files.write(folder.resolve("loaded.jsa"), List.of("classes"));
        Files.writeString(folder.resolve("loaded.of"), LoadedClasses.content(folder));
    }
}
