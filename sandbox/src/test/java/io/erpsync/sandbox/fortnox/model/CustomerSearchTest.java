package io.erpsync.sandbox.fortnox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.sandbox.fortnox.model.FortnoxSwitches.ErrorCasing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerSearchTest {

    private static final Instant NOW = Instant.parse("2025-06-11T12:00:00.500Z");
    private static final List<Customer> ELEVEN =
            IntStream.rangeClosed(1, 11)
                    .mapToObj(i -> customer("" + i, "Kund " + (12 - i), NOW.minusSeconds(i)))
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "customernumber, 1, '1,10,11'",
        "name, KUND 1, '1,2,11'",
        "filter, active, '1,3,5,7,9,11'",
        "filter, inactive, '2,4,6,8,10'",
        "lastmodified, 2025-06-11 13:59:58, '1,2'",
        "lastmodified, 2025-06-11 14:00, ''",
        "lastmodified, 2025-06-11, '1,2,3,4,5,6,7,8,9,10,11'"
    })
    void findsByEachSearch(String name, String value, String numbers) {
        assertThat(numbers(search(name, value))).isEqualTo(numbers);
    }

    @Test
    void bringsSearchesTogether() {
        assertThat(numbers(search("customernumber", "1", "name", "kund 1"))).isEqualTo("1,11");
    }

    @Test
    void pagesWithTotals() {
        CustomerPage page = search("limit", "4", "page", "3");

        assertThat(numbers(page)).isEqualTo("9,10,11");
        assertThat(page.total()).isEqualTo(11);
        assertThat(page.pages()).isEqualTo(3);
        assertThat(search("limit", "4", "page", "4").customers()).isEmpty();
        assertThat(search("customernumber", "x")).isEqualTo(new CustomerPage(List.of(), 0, 0, 1));
    }

    @Test
    void sortsByNumberOrNameBothWays() {
        assertThat(numbers(search("sortorder", "descending", "limit", "2"))).isEqualTo("11,10");
        assertThat(numbers(search("sortby", "name", "limit", "3"))).isEqualTo("11,2,1");
    }

    @Test
    void leavesOutTheVerySecondWhereSwitchedSoAndWhatIsTooFresh() {
        FortnoxSwitches exclusive =
                new FortnoxSwitches(ErrorCasing.RECORDED, false, Duration.ZERO, true);
        FortnoxSwitches lagging =
                new FortnoxSwitches(ErrorCasing.RECORDED, true, Duration.ofSeconds(2), true);
        Map<String, List<String>> since = Map.of("lastmodified", List.of("2025-06-11 13:59:57"));

        assertThat(numbers(CustomerSearch.of(since, exclusive, NOW).page(ELEVEN))).isEqualTo("1,2");
        assertThat(numbers(CustomerSearch.of(since, lagging, NOW).page(ELEVEN))).isEqualTo("2,3");
    }

    @Test
    void hidesTheLaterHalfOfTheHourThatComesTwiceInAutumn() {
        Customer later = customer("1", "A", Instant.parse("2025-10-26T01:10:00Z"));
        FortnoxSwitches switches = FortnoxSwitches.standard();
        Instant now = Instant.parse("2025-10-26T03:00:00Z");

        CustomerPage page =
                CustomerSearch.of(
                                Map.of("lastmodified", List.of("2025-10-26 02:40:00")),
                                switches,
                                now)
                        .page(List.of(later));

        assertThat(page.customers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "filter, gone, 2000587",
        "Name, x, 2000588",
        "externalreference, x, 2000588",
        "lastmodified, yesterday, 2000588",
        "sortby, modified, 2000588",
        "sortorder, up, 2000588",
        "limit, 0, 2000588",
        "page, x, 2000588"
    })
    void refusesWhatItDoesNotKnowWithItsCode(String name, String value, int code) {
        assertThatThrownBy(() -> search(name, value))
                .extracting(refusal -> ((FortnoxRefusal) refusal).code())
                .isEqualTo(code);
    }

    private static CustomerPage search(String... namesAndValues) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return CustomerSearch.of(parameters, FortnoxSwitches.standard(), NOW).page(ELEVEN);
    }

    private static Customer customer(String number, String name, Instant modified) {
        return new Customer(
                number,
                Map.of(
                        "CustomerNumber",
                        number,
                        "Name",
                        name,
                        "Active",
                        Integer.parseInt(number) % 2 == 1),
                modified);
    }

    private static String numbers(CustomerPage page) {
        return String.join(",", page.customers().stream().map(Customer::number).toList());
    }
}
