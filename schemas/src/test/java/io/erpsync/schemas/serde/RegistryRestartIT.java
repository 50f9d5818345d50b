package io.erpsync.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.testing.Messages;
import io.erpsync.schemas.testing.RegistryProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryRestartIT {

    @TempDir Path folder;

    @Test
    void waitsForAKilledRegistryAndGoesOnWithTheSameIds() {
        try (RegistryProcess registry = RegistryProcess.startIn(folder)) {
            Map<String, Object> settings =
                    Map.of(SerdeKeys.URL, registry.url(), SerdeKeys.AUTO_REGISTER, true);
            byte[] before;
            try (MessageCodec codec = new MessageCodec(settings)) {
                before = codec.encode("commands.lime", Messages.command());
            }

            try (MessageCodec codec = new MessageCodec(settings)) {
                registry.kill();
                assertThatExceptionOfType(RegistryUnavailable.class)
                        .isThrownBy(() -> codec.decode("commands.lime", before, Command.class))
                        .withMessageContaining(registry.url());

                registry.start();
                assertThat(codec.decode("commands.lime", before, Command.class))
                        .isEqualTo(new Decoded.Read<>(Messages.command()));
                assertThat(codec.encode("commands.lime", Messages.command())).isEqualTo(before);
            }
        }
    }
}
