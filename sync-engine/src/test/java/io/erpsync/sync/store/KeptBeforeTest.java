package io.erpsync.sync.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.sync.core.model.Link;
import org.junit.jupiter.api.Test;

/** What an engine before this one kept on its volume is read by this one. */
class KeptBeforeTest {

    @Test
    void readsALinkThatKnowsNothingOfWhatIsRememberedSince() {
        Link link = Link.fresh(new LinkId("es-1"), new ConnectionName("acme"), ObjectType.CUSTOMER);
        String now = new String(StateJson.write(link), UTF_8);
        String before =
                now.replace(",\"createSince\":null", "")
                        .replace(",\"confirmed\":false", "")
                        .replace(",\"bygone\":[]", "");

        assertThat(before).hasSizeLessThan(now.length() - 50);
        assertThat(StateJson.read(before.getBytes(UTF_8), Link.class)).isEqualTo(link);
    }
}
