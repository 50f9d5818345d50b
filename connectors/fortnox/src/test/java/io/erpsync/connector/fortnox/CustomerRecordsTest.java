package io.erpsync.connector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.FeedItem;
import io.erpsync.model.Fields;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CustomerRecordsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final CustomerRecords records =
            new CustomerRecords(new CustomerCatalogue(false), false);

    @Test
    void readsEveryFieldInItsType() {
        StoredRecord record =
                read(
                        """
                        {"@url":"https://api.fortnox.se/3/customers/1042","CustomerNumber":"1042",
                         "Name":"Björkö Snickeri AB","Active":true,"Address1":null,"Email":"",
                         "InvoiceFreight":"12,50","InvoiceDiscount":10,"SalesAccount":3001,
                         "ShowPriceVATIncluded":"false","NewCount":7,"NewRate":1.50,"NewFlag":false,
                         "DefaultDeliveryTypes":{"Invoice":"PRINT"},"Rows":[1]}
                        """);

        assertThat(record.reference()).hasToString("fortnox/customer/1042");
        assertThat(record.technicalId()).isNull();
        assertThat(record.asOf()).isEqualTo(NOW);
        assertThat(record.fields().values())
                .isEqualTo(
                        Map.ofEntries(
                                Map.entry("CustomerNumber", Value.text("1042")),
                                Map.entry("Name", Value.text("Björkö Snickeri AB")),
                                Map.entry("Active", new Value.Bool(true)),
                                Map.entry("Address1", Value.empty()),
                                Map.entry("Email", Value.empty()),
                                Map.entry("InvoiceFreight", decimal("12.5")),
                                Map.entry("InvoiceDiscount", decimal("10")),
                                Map.entry("SalesAccount", Value.text("3001")),
                                Map.entry("ShowPriceVATIncluded", new Value.Bool(false)),
                                Map.entry("NewCount", new Value.Whole(7)),
                                Map.entry("NewRate", decimal("1.5")),
                                Map.entry("NewFlag", new Value.Bool(false)),
                                Map.entry("DefaultDeliveryTypes.Invoice", Value.text("PRINT"))));
    }

    @Test
    void writesEachValueAsFortnoxTakesIt() {
        Fields fields =
                Fields.NONE
                        .with("Name", Value.text("A"))
                        .with("Active", Value.text("true"))
                        .with("ShowPriceVATIncluded", new Value.Bool(false))
                        .with("InvoiceFreight", decimal("100"))
                        .with("InvoiceDiscount", Value.text("2,5"))
                        .with("SalesAccount", new Value.Whole(3001));

        assertThat(records.written(fields))
                .hasToString(
                        "{\"Active\":true,\"InvoiceDiscount\":2.5,\"InvoiceFreight\":100,"
                                + "\"Name\":\"A\",\"SalesAccount\":\"3001\","
                                + "\"ShowPriceVATIncluded\":false}");
    }

    @Test
    void leavesOutEmptyValuesThatFortnoxWouldIgnore() {
        Fields fields = Fields.NONE.with("Phone1", Value.empty()).with("City", Value.text("Ort"));

        assertThat(records.written(fields)).hasToString("{\"City\":\"Ort\"}");
    }

    @Test
    void sendsTheWordForBlankWhereItIsTakenAndAskedFor() {
        CustomerRecords clearing = new CustomerRecords(new CustomerCatalogue(false), true);
        Fields fields =
                Fields.NONE
                        .with("Phone1", Value.empty())
                        .with("InvoiceFreight", Value.empty())
                        .with("Active", Value.empty())
                        .with("Type", Value.empty());

        assertThat(clearing.written(fields)).hasToString("{\"Phone1\":\"API_BLANK\"}");
    }

    @Test
    void findsNothingMissingInWhatFortnoxMadeOfTheValues() {
        Fields wanted =
                Fields.NONE
                        .with("Name", Value.text(" Åkes "))
                        .with("CountryCode", Value.text("se"))
                        .with("InvoiceFreight", Value.text("12,50"))
                        .with("Phone1", Value.empty())
                        .with("City", Value.text("Lund"));
        Fields held =
                Fields.NONE
                        .with("Name", Value.text("Åkes"))
                        .with("CountryCode", Value.text("SE"))
                        .with("InvoiceFreight", decimal("12.5"))
                        .with("City", Value.text("Lunda"));

        assertThat(records.missing(wanted, held).names()).containsExactly("City");
    }

    @Test
    void listsNumberRegistrationAndName() {
        List<FeedItem.Listed> listed =
                CustomerRecords.listed(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"Customers":[
                                          {"CustomerNumber":"7","Name":"A","OrganisationNumber":"",
                                           "Phone":"08-1","City":""},
                                          {"Name":"without a number"},
                                          {"CustomerNumber":8,"Name":null,
                                           "OrganisationNumber":"556900-1234"}]}
                                        """));

        assertThat(listed)
                .containsExactly(
                        new FeedItem.Listed(
                                CustomerRecords.reference("7"),
                                Value.text("7"),
                                Value.empty(),
                                Value.text("A"),
                                Fields.of(
                                        Map.of(
                                                "Name", Value.text("A"),
                                                "OrganisationNumber", Value.empty(),
                                                "Phone1", Value.text("08-1"),
                                                "City", Value.empty()))),
                        new FeedItem.Listed(
                                CustomerRecords.reference("8"),
                                Value.text("8"),
                                Value.text("556900-1234"),
                                Value.empty(),
                                Fields.of(
                                        Map.of(
                                                "Name", Value.empty(),
                                                "OrganisationNumber", Value.text("556900-1234")))));
    }

    private StoredRecord read(String customer) {
        return records.record(JsonMapper.shared().readTree("{\"Customer\":" + customer + "}"), NOW);
    }

    private static Value decimal(String number) {
        return new Value.Decimal(new BigDecimal(number));
    }
}
