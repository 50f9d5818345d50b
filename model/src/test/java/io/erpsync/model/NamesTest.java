package io.erpsync.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void limeIsAName() {
        assertThat(SystemName.LIME.value()).isEqualTo("lime");
    }

    @Test
    void refusesANameThatATopicCouldNotCarry() {
        assertThatThrownBy(() -> new SystemName("Visma.net"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Visma.net'");
        assertThatThrownBy(() -> new ConnectionName("Acme AB"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Acme AB'");
    }

    @Test
    void saysWhetherATextCanNameAConnection() {
        assertThat(ConnectionName.isOne("acme-2")).isTrue();
        assertThat(ConnectionName.isOne("Acme AB")).isFalse();
        assertThat(ConnectionName.isOne("")).isFalse();
    }

    @Test
    void comparesDecimalsByValue() {
        assertThat(new Value.Decimal(new java.math.BigDecimal("1.50")))
                .isEqualTo(new Value.Decimal(new java.math.BigDecimal("1.5")));
    }

    @Test
    void takesAnEmptyTextForNothing() {
        assertThat(Value.text("")).isEqualTo(Value.empty());
        assertThat(Value.text(null)).isEqualTo(Value.empty());
    }
}
