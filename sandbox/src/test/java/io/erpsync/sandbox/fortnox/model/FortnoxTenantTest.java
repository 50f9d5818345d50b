package io.erpsync.sandbox.fortnox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.sandbox.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FortnoxTenantTest {

    private final Ledger ledger = new Ledger();
    private final FortnoxTenant tenant =
            new FortnoxTenant(
                    new Company("1", "Demo", "5566", Map.of("demo", "demo"), Set.of(), 1001),
                    Clock.fixed(Instant.parse("2025-06-11T12:00:00Z"), ZoneOffset.UTC),
                    ledger);

    @Test
    void givesEachNewCustomerTheNextNumberEvenWhenItIsTheSameOne() {
        Customer first = create("Name", "A");
        Customer second = create("Name", "A");

        assertThat(first.number()).isEqualTo("1001");
        assertThat(second.number()).isEqualTo("1002");
        assertThat(ledger.entries()).hasSize(2);
    }

    @Test
    void keepsAUsedNumberTakenEvenAfterTheCustomerWasDeleted() {
        create("Name", "A", "CustomerNumber", "1001");
        tenant.delete("demo", "1001");

        assertThatThrownBy(() -> create("Name", "B", "CustomerNumber", "1001"))
                .hasMessageContaining("1001")
                .extracting(refusal -> ((FortnoxRefusal) refusal).code())
                .isEqualTo(2000637);
        assertThat(create("Name", "C").number()).isEqualTo("1002");
    }

    @Test
    void ignoresEmptyValuesAndClearsByTheWordForBlank() {
        create("Name", "A", "City", "Lund", "Email", "a@b.se");

        tenant.update("demo", "1001", fields("City", "", "Email", null));
        assertThat(tenant.require("1001", null).text("City")).isEqualTo("Lund");
        assertThat(tenant.require("1001", null).text("Email")).isEqualTo("a@b.se");
        tenant.update("demo", "1001", fields("City", "API_BLANK", "Email", "API_BLANK"));

        Customer after = tenant.require("1001", null);
        assertThat(after.fields().get("City")).isNull();
        assertThat(after.fields().get("Email")).isEqualTo("");
        assertThat(ledger.entries().get(1).fields()).isEmpty();
    }

    @Test
    void trimsTextsAndDerivesTheCountryFromItsCode() {
        Customer created =
                create("Name", "  A  ", "CountryCode", "se", "OrganisationNumber", "556900-1234");

        assertThat(created.text("Name")).isEqualTo("A");
        assertThat(created.text("CountryCode")).isEqualTo("SE");
        assertThat(created.text("Country")).isEqualTo("Sverige");
        assertThat(created.text("OrganisationNumber")).isEqualTo("556900-1234");
    }

    @Test
    void takesAWholeCustomerBack() {
        Customer created = create("Name", "A", "CountryCode", "NO");
        Map<String, @Nullable Object> whole = new HashMap<>(created.fields());
        whole.put("@url", "http://example.test");
        whole.put("City", "Oslo");

        Customer after = tenant.update("demo", created.number(), whole);

        assertThat(after.text("City")).isEqualTo("Oslo");
        assertThat(after.text("Country")).isEqualTo("Norge");
    }

    @Test
    void putsThePartsOfAnObjectBesideThoseItHas() {
        create("Name", "A", "DefaultDeliveryTypes", Map.of("Order", "EMAIL"));

        tenant.update("demo", "1001", fields("DefaultDeliveryTypes", Map.of("Invoice", "EMAIL")));
        tenant.update(
                "demo",
                "1001",
                fields("DefaultDeliveryTypes", fields("Invoice", "", "Offer", null)));

        assertThat(tenant.require("1001", null).fields().get("DefaultDeliveryTypes"))
                .isEqualTo(Map.of("Invoice", "EMAIL", "Order", "EMAIL", "Offer", "PRINT"));
        assertThat(ledger.entries().get(1).fields()).containsOnlyKeys("DefaultDeliveryTypes");
        assertThat(ledger.entries().get(2).fields()).isEmpty();
    }

    @Test
    void ignoresAnObjectWithoutParts() {
        Object before = create("Name", "A").fields().get("DefaultTemplates");

        tenant.update("demo", "1001", fields("DefaultTemplates", Map.of()));

        assertThat(tenant.require("1001", null).fields().get("DefaultTemplates")).isEqualTo(before);
        assertThat(ledger.entries().get(1).fields()).isEmpty();
    }

    @Test
    void refusesAWrongPartWithItsCode() {
        assertPartRefused(fields("Invoices", "EMAIL"), 2001399);
        assertPartRefused(fields("Invoices", ""), 2001399);
        assertPartRefused(fields("CashInvoice", "EMAIL"), 2001399);
        assertPartRefused(fields("Invoice", Map.of()), 2001392);
        assertPartRefused(fields("Invoice", "API_BLANK"), 2000359);
        assertPartRefused("EMAIL", 2001392);
        assertThat(ledger.entries()).isEmpty();
    }

    private void assertPartRefused(Object parts, int code) {
        assertThatThrownBy(() -> create("Name", "A", "DefaultDeliveryTypes", parts))
                .extracting(refusal -> ((FortnoxRefusal) refusal).code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Nosuch, x, 2001399",
        "Country_, x, 2001399",
        "CountryCode, SVERIGE, 2000359",
        "CountryCode, XX, 2000359",
        "ZipCode, 12345678901, 2000359",
        "GLN, 123, 2000359",
        "GLN, 12345678901ab, 2000108",
        "Email, nonsense, 2000359",
        "Currency, ABC, 2000427",
        "PriceList, Z, 2000431",
        "TermsOfPayment, never, 2000429",
        "Type, SHOP, 2000359",
        "VATType, NONE, 2000359",
        "Active, perhaps, 2000134",
        "InvoiceDiscount, much, 2000108",
        "InvoiceDiscount, API_BLANK, 2000108",
        "Active, API_BLANK, 2000134"
    })
    void refusesAWrongValueWithItsCode(String field, String value, int code) {
        assertThatThrownBy(() -> create("Name", "A", field, value))
                .extracting(refusal -> ((FortnoxRefusal) refusal).code())
                .isEqualTo(code);
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void needsANameAndCannotClearIt() {
        assertThatThrownBy(() -> create("Name", "   ")).isInstanceOf(FortnoxRefusal.class);
        create("Name", "A");

        assertThatThrownBy(() -> tenant.update("demo", "1001", fields("Name", "API_BLANK")))
                .isInstanceOf(FortnoxRefusal.class);
    }

    private Customer create(@Nullable Object... namesAndValues) {
        return tenant.create("demo", fields(namesAndValues));
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }
}
