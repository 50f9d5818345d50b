package io.erpsync.connection.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Access;
import io.erpsync.connection.rules.Brake;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.Language;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.rules.Polling;
import io.erpsync.connection.rules.WhenDeleted;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.ObjectType;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionParserTest {

    private static final SystemName FORTNOX = new SystemName("fortnox");

    @Test
    void readsTheSampleOfTheDesign() {
        Connection connection = whole(Examples.PILOT);

        assertThat(connection.name()).isEqualTo(new ConnectionName("acme"));
        assertThat(connection.mode()).isEqualTo(Mode.OBSERVE);
        assertThat(connection.lime())
                .isEqualTo(
                        new Access(
                                SystemName.LIME,
                                Map.of(
                                        "url", "https://acme.example/acme",
                                        "api-key", "${ACME_LIME_KEY}",
                                        "sync-user", "2701",
                                        "number-property", "erp_id",
                                        "status-property", "erp_status",
                                        "registration-property", "registrationno",
                                        "name-property", "name")));
        assertThat(connection.erp())
                .isEqualTo(
                        new Access(FORTNOX, Map.of("tenant", "29302", "company", "556677-8899")));
        assertThat(connection.only())
                .containsExactly(new RecordReference(SystemName.LIME, "company", "1042"));
        assertThat(customer(connection).propertiesSynced())
                .containsExactlyInAnyOrder("name", "registrationno", "phone");
        assertThat(customer(connection).mapping())
                .contains(
                        MappingEntry.of("name", "Name"),
                        MappingEntry.of("pricelist_text", "PriceList"),
                        new MappingEntry(
                                null,
                                "TermsOfPayment",
                                "30",
                                MappingEntry.When.CREATE,
                                null,
                                Map.of()));
    }

    @Test
    void readsEveryKey() {
        Connection connection = whole(Examples.FULL);

        assertThat(connection.mode()).isEqualTo(Mode.OFF);
        assertThat(connection.lime().settings())
                .containsEntry("time-zone", "Europe/Helsinki")
                .containsEntry("number-property", "erpid")
                .containsEntry("status-property", "erpstatus");
        assertThat(connection.erp().settings())
                .containsEntry("tenant", "${FULL_TENANT}")
                .containsEntry("clear-empty", "true")
                .containsEntry("number", "ours")
                .containsEntry("settle-time", "30");
        assertThat(connection.polling())
                .isEqualTo(new Polling(Duration.ofHours(1), Duration.ofMillis(500)));
        assertThat(connection.language()).isEqualTo(Language.EN);
        assertThat(connection.brake()).isEqualTo(new Brake(10, 1, 2));
    }

    @Test
    void readsEveryKeyOfAnObjectType() {
        ObjectRules customer = customer(whole(Examples.FULL));

        assertThat(customer.directions())
                .isEqualTo(new Directions(Set.of(Side.LIME), Set.of(Side.LIME, Side.ERP)));
        assertThat(customer.matching()).isEqualTo(Matching.OFF);
        assertThat(customer.leader()).isEqualTo(Side.ERP);
        assertThat(customer.putBack()).isFalse();
        assertThat(customer.limeTrigger()).isFalse();
        assertThat(customer.whenDeleted()).isEqualTo(WhenDeleted.RECREATE);
        assertThat(customer.whereLime()).containsExactly(Map.entry("buyingstatus", "customer"));
        assertThat(customer.whereErp()).containsExactly(Map.entry("Active", "true"));
        assertThat(customer.limeType()).isEqualTo("customer_card");
        assertThat(customer.erpType()).isEqualTo("client");
        assertThat(customer.erpNumber()).isEqualTo("No");
        assertThat(customer.registration()).isEqualTo(MappingEntry.of("regno", "OrgNo"));
        assertThat(customer.name()).isEqualTo(MappingEntry.of("title", "Title"));
        assertThat(customer.lime())
                .isEqualTo(
                        new LimeProperties(
                                "erpid", "erpstatus", "erperror", "erpfirst", "erplast"));
    }

    @Test
    void keepsWhatLooksLikeAnotherTypeInYamlAsItWasWritten() {
        MappingEntry vat = entry(customer(whole(Examples.FULL)), "VATType");

        assertThat(List.copyOf(vat.table().entrySet()))
                .containsExactly(
                        Map.entry("Inrikes", "SEVAT"),
                        Map.entry("Domestic", "SEVAT"),
                        Map.entry("NO", "EXPORT"));
    }

    @Test
    void fillsInTheShippedDefaults() {
        Connection connection = whole(Examples.SHORTEST);

        ObjectRules customer = customer(connection);
        assertThat(connection.polling()).isEqualTo(Polling.DEFAULT);
        assertThat(connection.brake()).isEqualTo(Brake.DEFAULT);
        assertThat(connection.language()).isEqualTo(Language.SV);
        assertThat(connection.only()).isEmpty();
        assertThat(customer.directions()).isEqualTo(NamedDirections.STANDARD.directions());
        assertThat(customer.matching()).isEqualTo(Matching.REPORT);
        assertThat(customer.putBack()).isTrue();
        assertThat(customer.limeTrigger()).isTrue();
        assertThat(customer.limeType()).isEqualTo("company");
        assertThat(customer.erpType()).isEqualTo("customer");
        assertThat(customer.erpNumber()).isEqualTo("CustomerNumber");
        assertThat(customer.whereErp()).isEqualTo(Map.of("Type", "COMPANY", "Active", "true"));
        assertThat(customer.whereLime()).isEmpty();
    }

    @Test
    void watchesWhatIsMappedWhenNothingElseIsSaid() {
        ObjectRules customer =
                customer(
                        whole(
                                Examples.SHORTEST
                                        + """
                                            mapping:
                                              - { lime: coworker.email, erp: OurReference }
                                              - { lime: vat, erp: VATType, when: create }
                                              - { erp: TermsOfPayment, value: "30" }
                                        """));

        assertThat(customer.propertiesSynced())
                .containsExactlyInAnyOrder(
                        "name",
                        "registrationno",
                        "phone",
                        "emailinvoice",
                        "invoiceaddress1",
                        "invoiceaddress2",
                        "invoicezipcode",
                        "invoicecity",
                        "visitingaddress1",
                        "visitingzipcode",
                        "visitingcity",
                        "country",
                        "coworker");
    }

    @Test
    void givesLimeTheFirstSpellingOfACountryBack() {
        MappingEntry country = entry(customer(whole(Examples.SHORTEST)), "CountryCode");

        assertThat(country.table()).containsEntry("Sweden", "SE").containsEntry("SE", "SE");
        assertThat(
                        country.table().entrySet().stream()
                                .filter(row -> row.getValue().equals("SE"))
                                .findFirst()
                                .orElseThrow()
                                .getKey())
                .isEqualTo("Sverige");
    }

    private static MappingEntry entry(ObjectRules rules, String erp) {
        return rules.mapping().stream()
                .filter(entry -> entry.erp().equals(erp))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectRules customer(Connection connection) {
        ObjectRules rules = connection.rules(ObjectType.CUSTOMER);
        assertThat(rules).isNotNull();
        return Objects.requireNonNull(rules);
    }

    private static Connection whole(String text) {
        ParsedConnection parsed = ConnectionParser.parse("acme.yml", text);
        assertThat(parsed.faults()).isEmpty();
        return Objects.requireNonNull(parsed.connection());
    }
}
