package io.erpsync.cli.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.topics.Keys;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RawRecordTest {

    private static final ConnectionName ACME = new ConnectionName("acme");

    @Test
    void namesTheLinkOfItsKey() {
        assertThat(record(Keys.ofLink(ACME, new LinkId("es-1a2b3"))).link()).isEqualTo("es-1a2b3");
    }

    @Test
    void namesNoLinkWhereTheKeyIsOfARecord() {
        RecordReference company = new RecordReference(SystemName.LIME, "company", "1001");

        assertThat(record(Keys.of(ACME, company)).link()).isNull();
        assertThat(record(Keys.ofAlert(ACME, "mapping")).link()).isNull();
        assertThat(record("").link()).isNull();
    }

    @Test
    void belongsToTheConnectionOfItsKeyAlone() {
        RawRecord record = record(Keys.ofLink(ACME, new LinkId("es-1a2b3")));

        assertThat(record.isOf("acme")).isTrue();
        assertThat(record.isOf("acm")).isFalse();
        assertThat(record.isOf("acme2")).isFalse();
        assertThat(record("%zz/strange").isOf("acme")).isFalse();
    }

    @Test
    void saysItsPlace() {
        assertThat(record("k").place()).isEqualTo("links/3/17");
    }

    @Test
    void givesItsBytesAsOftenAsAsked() {
        RawRecord record = record("k");

        assertThat(record.value()).containsExactly(1, 2);
        assertThat(record.value()).containsExactly(1, 2);
        assertThat(new RawRecord("links", 0, 0, 0, "k", null).value()).isNull();
    }

    private static RawRecord record(String key) {
        return new RawRecord("links", 3, 17, 0, key, ByteBuffer.wrap(new byte[] {1, 2}));
    }
}
