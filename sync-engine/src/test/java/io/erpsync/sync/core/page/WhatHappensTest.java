package io.erpsync.sync.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Holds the page to the decision; {@code -Dwhat-happens.write=true} writes it anew where the
 * decision was changed on purpose.
 */
class WhatHappensTest {

    private static final Path PAGE = Path.of("../docs/what-happens.md");

    @Test
    void saysWhatTheDecisionDoes() throws IOException {
        String page = WhatHappens.page();
        if (Boolean.getBoolean("what-happens.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/what-happens.md; write it anew with -Dwhat-happens.write=true")
                .isEqualTo(page);
    }
}
