package io.erpsync.connection.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.connection.rules.Language;
import io.erpsync.connection.rules.Mode;
import io.erpsync.model.ConnectionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFolderTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATER = WRITTEN.plusSeconds(600);
    private static final ConnectionName ACME = new ConnectionName("acme");
    private static final ConnectionName BETA = new ConnectionName("beta");

    @TempDir Path root;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(root.resolve("connections"));
    }

    @Test
    void loadsEveryFile() throws IOException {
        write("acme.yml", Examples.SHORTEST);
        write("beta.yaml", Examples.named("beta", "1"));
        write(".hidden.yml", "nonsense");
        write("notes.txt", "nonsense");

        ConnectionSet set = open().snapshot();

        assertThat(set.connections()).containsOnlyKeys(ACME, BETA);
        assertThat(set.faults()).isEmpty();
    }

    @Test
    void answersWithTheSameObjectWhileNothingChanges() throws IOException {
        write("acme.yml", Examples.SHORTEST);
        write("beta.yml", "broken");
        ConnectionFolder opened = open();

        ConnectionSet before = opened.snapshot();

        assertThat(opened.refresh()).isSameAs(before);
        touch("acme.yml", LATER);
        assertThat(opened.refresh()).isSameAs(before);
    }

    @Test
    void seesAChange() throws IOException {
        write("acme.yml", Examples.SHORTEST);
        ConnectionFolder opened = open();
        String version = acme(opened).rulesVersion();

        write("acme.yml", Examples.SHORTEST.replace("live", "observe"));
        opened.refresh();

        assertThat(acme(opened).mode()).isEqualTo(Mode.OBSERVE);
        assertThat(acme(opened).rulesVersion()).isNotEqualTo(version);
    }

    @Test
    void seesAChangeOfSameSizeAndTime() throws IOException {
        write("acme.yml", Examples.SHORTEST + "language: sv\n");
        ConnectionFolder opened = open();

        write("acme.yml", Examples.SHORTEST + "language: en\n");
        opened.refresh();

        assertThat(acme(opened).language()).isEqualTo(Language.EN);
    }

    @Test
    void keepsTheLastGoodRulesOfABrokenFile() throws IOException {
        write("acme.yml", Examples.SHORTEST);
        ConnectionFolder opened = open();
        Connection good = acme(opened);

        write("acme.yml", Examples.SHORTEST + "language: [\n");
        opened.refresh();

        assertThat(acme(opened)).isEqualTo(good);
        assertThat(opened.snapshot().faults(ACME)).hasSize(1);
        assertThat(opened.refresh().faults(ACME)).hasSize(1);
    }

    @Test
    void forgetsTheFaultWhenTheFileIsMended() throws IOException {
        write("acme.yml", "connection: acme\n");
        ConnectionFolder opened = open();
        assertThat(opened.snapshot().connections()).isEmpty();

        write("acme.yml", Examples.SHORTEST);

        assertThat(opened.refresh().faults()).isEmpty();
        assertThat(acme(opened).mode()).isEqualTo(Mode.LIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directions: standart",
                "create-from: [lime]",
                "create-from: [lime]\n    update-from: [erb]",
                "match: off"
            })
    void sendsNothingByAnUnreadableMatrix(String matrix) throws IOException {
        write("acme.yml", Examples.SHORTEST);
        ConnectionFolder opened = open();

        write("acme.yml", Examples.SHORTEST.replace("directions: standard", matrix));
        opened.refresh();

        assertThat(acme(opened).mode()).isEqualTo(Mode.OBSERVE);
        assertThat(opened.snapshot().faults(ACME)).isNotEmpty();
    }

    @Test
    void sendsNothingByAnUnreadableMode() throws IOException {
        write("acme.yml", Examples.SHORTEST);
        ConnectionFolder opened = open();

        write("acme.yml", Examples.SHORTEST.replace("mode: live", "mode: of"));
        opened.refresh();

        assertThat(acme(opened).mode()).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void doesNotWakeAConnectionThatIsOff() throws IOException {
        write("acme.yml", Examples.SHORTEST.replace("live", "off"));
        ConnectionFolder opened = open();

        write("acme.yml", Examples.SHORTEST.replace("live", "offf"));
        opened.refresh();

        assertThat(acme(opened).mode()).isEqualTo(Mode.OFF);
    }

    @Test
    void doesNotSendAgainBecauseAnotherFaultFollowsAnUnreadableMatrix() throws IOException {
        write("acme.yml", Examples.SHORTEST);
        ConnectionFolder opened = open();
        write("acme.yml", Examples.SHORTEST.replace("standard", "standart"));
        opened.refresh();

        write("acme.yml", Examples.SHORTEST + "language: [\n");
        opened.refresh();

        assertThat(acme(opened).mode()).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void removesAConnectionWithItsFile() throws IOException {
        write("acme.yml", Examples.SHORTEST);
        write("beta.yml", Examples.named("beta", "1"));
        ConnectionFolder opened = open();

        Files.delete(folder.resolve("acme.yml"));

        assertThat(opened.refresh().connections()).containsOnlyKeys(BETA);
    }

    @Test
    void refusesBothOfOneName() throws IOException {
        write("acme.yml", Examples.SHORTEST);
        ConnectionFolder opened = open();

        write("copy.yml", Examples.named("acme", "1"));
        ConnectionSet set = opened.refresh();

        assertThat(set.connections()).isEmpty();
        assertThat(set.faults(ACME))
                .hasSize(2)
                .extracting(ConnectionFault::sentence)
                .anySatisfy(
                        sentence ->
                                assertThat(sentence)
                                        .contains("acme.yml and copy.yml", "'connection'"));
    }

    @Test
    void refusesBothOfOneErpTenantUntilOneIsGone() throws IOException {
        write("acme.yml", Examples.SHORTEST);
        write("beta.yml", Examples.named("beta", " 29302 "));
        write("gamma.yml", Examples.named("gamma", "3"));
        ConnectionFolder opened = open();

        assertThat(opened.snapshot().connections()).containsOnlyKeys(new ConnectionName("gamma"));
        assertThat(opened.snapshot().faults(BETA))
                .singleElement()
                .returns("erp.tenant", ConnectionFault::key);

        Files.delete(folder.resolve("beta.yml"));
        assertThat(opened.refresh().connections()).containsKey(ACME);
    }

    @Test
    void followsTheSwapOfAMountedConfigMap() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..2026_01"));
        Path second = Files.createDirectory(folder.resolve("..2026_02"));
        write("..2026_01/acme.yml", Examples.SHORTEST + "language: sv\n");
        write("..2026_02/acme.yml", Examples.SHORTEST + "language: en\n");
        Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
        Files.createSymbolicLink(folder.resolve("acme.yml"), Path.of("..data/acme.yml"));
        ConnectionFolder opened = open();
        assertThat(acme(opened).language()).isEqualTo(Language.SV);

        Path link = Files.createSymbolicLink(folder.resolve("..tmp"), second.getFileName());
        Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        opened.refresh();

        assertThat(acme(opened).language()).isEqualTo(Language.EN);
    }

    @Test
    void changesNothingWhenTheFolderIsAway() throws IOException {
        write("acme.yml", Examples.SHORTEST);
        ConnectionFolder opened = open();

        Files.move(folder, root.resolve("away"));
        ConnectionSet away = opened.refresh();

        assertThat(away.connections()).containsOnlyKeys(ACME);
        assertThat(away.faults()).hasSize(1);
        assertThat(opened.refresh()).isSameAs(away);
        Files.move(root.resolve("away"), folder);
        assertThat(opened.refresh().faults()).isEmpty();
    }

    @Test
    void isEmptyWithAFaultWhenThereIsNoFolder() {
        ConnectionSet set = ConnectionFolder.open(root.resolve("nowhere")).snapshot();

        assertThat(set.connections()).isEmpty();
        assertThat(set.faults())
                .singleElement()
                .extracting("message")
                .asString()
                .contains("folder");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Files.write(folder.resolve("acme.yml"), new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThat(open().snapshot().faults())
                .singleElement()
                .returns("the file is not UTF-8 text", ConnectionFault::message);
    }

    private ConnectionFolder open() {
        return ConnectionFolder.open(folder);
    }

    private static Connection acme(ConnectionFolder opened) {
        return Objects.requireNonNull(opened.snapshot().connection(ACME));
    }

    /** Writes with one time for all, so that the time alone never gives a change away. */
    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    private void touch(String name, Instant time) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(time));
    }
}
