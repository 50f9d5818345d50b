package io.erpsync.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the check says of a good connection, and of each way in which one can be wrong. */
class CheckIT {

    @TempDir private Path folder;
    private Acme acme;
    private Terminal terminal;

    @BeforeEach
    void open() throws IOException {
        acme = Acme.in(folder);
        terminal = acme.terminal();
    }

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void findsNothingWrongWithAGoodConnection() throws IOException {
        int before = acme.writes();

        int code = terminal.run("check", "acme");

        assertThat(terminal.out()).contains("acme: 0 faults, 2 warnings; it would work");
        assertThat(code).isZero();
        assertThat(lines())
                .contains(
                        "✔ lime address        " + acme.baseUrl() + "/lime/demo",
                        "✔ lime key            accepted, opens demo",
                        "✔ lime records        company records can be read",
                        "✔ fortnox records     customer records can be read",
                        "✔ customer mapping    phone – Phone1",
                        "✔ customer property   erp_id",
                        "✔ customer watched    name, phone",
                        "✔ customer required   fortnox: Name, filled")
                .anyMatch(line -> line.startsWith("✔ lime clock          "))
                .anyMatch(line -> line.startsWith("✔ customer property   erp_status (empty, ready"))
                .anyMatch(line -> line.startsWith("✔ fortnox company     "))
                .anyMatch(line -> line.startsWith("✔ fortnox rate limit  none of this check's 3"))
                .anyMatch(line -> line.startsWith("✔ lime rate limit     none of this check's 8"))
                .noneMatch(line -> line.contains("\u001b"));
        assertThat(acme.writes()).as("writes made by a check").isEqualTo(before);
    }

    @Test
    void printsTheSameAsJson() {
        assertThat(terminal.run("check", "acme", "--json")).isZero();

        JsonNode lines = terminal.json();
        assertThat(lines.isArray()).isTrue();
        assertThat(lines)
                .allMatch(
                        line ->
                                List.of("ok", "note", "warning")
                                        .contains(line.path("mark").asString()))
                .anyMatch(line -> line.path("subject").asString().equals("fortnox company"));
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void coloursOnlyWhereAPersonLooks() {
        terminal.runAnswering(true, "check", "acme");

        assertThat(terminal.out()).contains("\u001b[32m✔\u001b[0m lime address");
    }

    @Test
    void saysThatTheKeyIsWrong() throws IOException {
        acme.secret("LIME_KEY", "nonsense");

        assertFault("lime key", "The API key", "put a valid API key behind lime.api-key");
        assertThat(line("lime address")).startsWith("✔");
        assertThat(terminal.out()).as("the secret").doesNotContain("nonsense");
    }

    @Test
    void saysThatTheAppsSecretIsWrong() throws IOException {
        acme.secret("systems.yml", "fortnox: { client-id: demo, client-secret: wrong-one }\n");

        assertFault("fortnox key", "", "check client-id, client-secret and erp.tenant");
        assertThat(terminal.out()).as("the secret").doesNotContain("wrong-one");
    }

    @Test
    void saysThatASecretIsNotThere() throws IOException {
        acme.secret("LIME_KEY", "");

        assertFault("lime secrets", "${LIME_KEY}", "put the value where it is looked for");
    }

    @Test
    void saysThatTheAddressLeadsNowhere() throws IOException {
        acme.connection("url: LIME,", "url: http://127.0.0.1:1/demo,");

        assertFault("lime address", "", "lime.url");
        assertThat(terminal.out()).doesNotContain("lime rate limit");
    }

    @Test
    void saysThatThereIsNoSuchApplication() throws IOException {
        acme.connection("url: LIME,", "url: LIME2,");

        assertFault("lime address", "", "lime.url");
    }

    @Test
    void saysThatTheCompanyIsAnother() throws IOException {
        acme.connection("556677-8899", "556000-0001");

        assertFault(
                "fortnox company",
                "556677-8899, the file says 556000-0001",
                "make erp.tenant and erp.company name the same company");
    }

    @Test
    void saysThatAPropertyIsUnknown() throws IOException {
        acme.connection("lime: pricelist_text", "lime: pricelist_txt");

        assertFault(
                "customer mapping",
                "'pricelist_txt' is no property of company in Lime",
                "Did you mean 'pricelist_text'?");
    }

    @Test
    void saysThatAFieldOfTheErpIsUnknown() throws IOException {
        acme.connection("erp: PriceList", "erp: Pricelist");

        assertFault("customer mapping", "'Pricelist' is no field", "Did you mean 'PriceList'?");
    }

    @Test
    void saysThatAnOptionKeyIsUnknown() throws IOException {
        acme.connection(
                "lime: pricelist_text, erp: PriceList",
                "lime: customertype, erp: Type, table: { firm: COMPANY, private: PRIVATE }");

        assertFault("customer mapping", "firm", "");
    }

    @Test
    void saysThatAStatusOptionIsMissing() throws IOException {
        acme.connection(
                "    mapping:", "    lime-properties: { status: buyingstatus }\n    mapping:");

        assertFault(
                "customer property",
                "readyforfirstsync, updatesmade, inprocess, synced, error",
                "Add options with these keys");
    }

    @Test
    void saysThatTheErpPropertiesAreNotInstalled() throws IOException {
        acme.connection("url: LIME,", "url: FRESH,");

        assertFault(
                "customer property", "'erp_id' is no property of company", "Create the property");
    }

    @Test
    void saysThatARequiredPropertyIsNotFilled() throws IOException {
        acme.connection("directions: standard", "directions: created-in-both-kept-by-erp");
        acme.connection(
                "    mapping:", "    mapping:\n      - { lime: name, erp: Name, owner: lime }");

        assertFault("customer required", "'name' is required by lime", "optional in Lime");
    }

    @Test
    void saysThatAnotherUserMadeTheWrites() throws IOException {
        acme.synced("1", 3701);
        acme.synced("2", 3701);

        assertFault(
                "lime user",
                "user 3701 made the last sync of 2 records, sync-user says 2701",
                "use the key of user 2701");
    }

    @Test
    void seesWhoseKeyItIs() throws IOException {
        acme.synced("1", 2701);

        assertThat(terminal.run("check", "acme")).isZero();
        assertThat(line("lime user"))
                .isEqualTo("✔ lime user           user 2701 made the last sync of 1 record");
    }

    @Test
    void warnsThatTheTriggerIsOff() throws IOException {
        acme.post("/sandbox/lime/demo/switches", "{\"trigger\": false}");
        String id = acme.synced("1", 2701);
        acme.editAsUser(id, "{\"phone\": \"+46 1\"}");

        assertThat(terminal.run("check", "acme")).isZero();
        assertThat(line("lime trigger"))
                .startsWith("! lime trigger")
                .contains("1 record was edited by a person after the last sync")
                .contains("→ have Lime's trigger watch");
    }

    @Test
    void seesTheTriggerAtWork() throws IOException {
        String id = acme.synced("1", 2701);
        acme.editAsUser(id, "{\"phone\": \"+46 1\"}");

        assertThat(terminal.run("check", "acme")).isZero();
        assertThat(line("lime trigger"))
                .isEqualTo("✔ lime trigger        at work: edits turned 1 record into updatesmade");
    }

    @Test
    void saysThatAScopeIsMissing() throws IOException {
        acme.company("[\"companyinformation\"]");

        assertFault("fortnox scopes", "scope", "give the app the scopes customer and companyinfor");
        assertThat(line("fortnox company")).startsWith("✔");
    }

    @Test
    void saysThatTheScopeOfTheCompanyIsMissing() throws IOException {
        acme.company("[\"customer\"]");

        assertFault("fortnox scopes", "scope", "give the app the scopes customer and companyinfor");
        assertThat(line("fortnox address")).startsWith("✔");
    }

    @Test
    void warnsOfClocksThatDiffer() throws IOException {
        acme.post("/sandbox/clock", "{\"lime\": 90000, \"fortnox\": -300000}");

        assertThat(terminal.run("check", "acme")).isZero();
        // To some seconds: an answer tells whole ones, and may be some under way.
        assertThat(line("lime clock")).matches("! lime clock +(8|9)\\d s before ours → .*NTP");
        assertThat(line("fortnox clock")).matches("! fortnox clock +(29|30)\\d s behind ours.*");
    }

    @Test
    void saysThatTheLimitIsUsedUp() throws IOException {
        acme.post("/sandbox/traffic/fortnox", "{\"requests\": 1, \"windowMillis\": 60000}");

        assertFault("fortnox rate limit", "", "wait a minute and check again");
        assertThat(lines())
                .anyMatch(
                        line ->
                                line.startsWith("! fortnox rate limit")
                                        && line.contains("1 of this check's 2 were refused"));
    }

    @Test
    void saysWhatConnectionsThereAre() {
        assertThat(terminal.run("check", "acne")).isEqualTo(2);
        assertThat(terminal.err()).contains("there is no connection 'acne'", "[acme]");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheFile() throws IOException {
        acme.connection("mode: observe", "mode: sometimes");

        assertThat(terminal.run("check", "acme")).isEqualTo(1);
        assertThat(line("file")).startsWith("✘ file").contains("mode", "sometimes");
    }

    private void assertFault(String subject, String found, String remedy) {
        assertThat(terminal.run("check", "acme")).as(terminal.out()).isEqualTo(1);
        assertThat(lines())
                .as(terminal.out())
                .anyMatch(
                        line ->
                                line.startsWith("✘ " + subject + " ")
                                        && line.contains(found)
                                        && line.substring(line.indexOf(" → ")).contains(remedy));
        assertThat(lines().getLast()).contains("it would not work as it is");
    }

    private List<String> lines() {
        return terminal.out().lines().toList();
    }

    private String line(String subject) {
        return lines().stream()
                .filter(line -> line.substring(2).startsWith(subject + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(subject + " in\n" + terminal.out()));
    }
}
