package io.erpsync.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class HeaderTextTest {

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void readsWhatItWrote() {
        HeaderText.put(headers, Headers.CONNECTION, "åkes-bygg");

        assertThat(HeaderText.get(headers, Headers.CONNECTION)).isEqualTo("åkes-bygg");
    }

    @Test
    void putsOneValueInPlaceOfAllOthers() {
        HeaderText.put(headers, Headers.LINK_ID, "l-1");
        HeaderText.put(headers, Headers.LINK_ID, "l-2");

        assertThat(HeaderText.get(headers, Headers.LINK_ID)).isEqualTo("l-2");
        assertThat(headers.toArray()).hasSize(1);
    }

    @Test
    void saysNothingOfWhatIsNotThere() {
        headers.add(Headers.ACTION, null);
        HeaderText.put(headers, Headers.SYSTEM, "lime");
        HeaderText.put(headers, Headers.SYSTEM, null);

        assertThat(HeaderText.get(headers, Headers.ACTION)).isNull();
        assertThat(HeaderText.get(headers, Headers.SYSTEM)).isNull();
        assertThat(HeaderText.get(headers, Headers.TRACE_PARENT)).isNull();
    }
}
