package io.erpsync.connector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Reason;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FortnoxErrorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Nej.\",\"Code\":2000587}}",
                "{\"ErrorInformation\":{\"error\":1,\"message\":\"Nej.\",\"code\":2000587}}",
                "{\"ErrorInformation\":{\"error\":1,\"message\":\" Nej. \",\"code\":\"2000587\"}}"
            })
    void readsBothSpellingsOfTheErrorObject(String body) {
        assertThat(read(body)).isEqualTo(new FortnoxError(2000587, "Nej."));
    }

    @Test
    void readsTheGatewaysAndTheTokenServicesErrors() {
        assertThat(read("{\"message\":\"unauthorized\"}"))
                .isEqualTo(new FortnoxError(0, "unauthorized"));
        assertThat(read("{\"error\":\"invalid_grant\",\"error_description\":\"No consent\"}"))
                .isEqualTo(new FortnoxError(0, "No consent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Customer\":{}}", "{\"message\":7}"})
    void findsNoErrorWhereThereIsNone(String body) {
        assertThat(FortnoxError.read(Objects.requireNonNull(FortnoxError.json(body)))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>Hej</body></html>", "[1]", "\"text\"", "{\"a\":"})
    void findsNoObjectInWhatIsNotOne(String body) {
        assertThat(FortnoxError.json(body)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2000637, 400, Kundnummer 1042 används redan., NUMBER_TAKEN, CustomerNumber",
        "2000637, 400, Kundnamn måste anges., REQUIRED_MISSING, Name",
        "2000359, 400, Ogiltig landskod: SVERIGE, INVALID_VALUE, CountryCode",
        "2000359, 400, E-postadressen i EmailInvoice är inte giltig: x., INVALID_VALUE, EmailInvoice",
        "2000359, 400, Värdet för ZipCode har fel längd; högst 10 tecken är tillåtna.,"
                + " VALUE_TOO_LONG, ZipCode",
        "2000134, 400, Värdet måste vara en boolean (ja), INVALID_VALUE,",
        "2000431, 400, Kan inte hitta prislistan., UNKNOWN_OPTION, PriceList",
        "2000427, 400, Kan inte hitta valutan., UNKNOWN_OPTION, Currency",
        "2001399, 400, Felaktigt fältnamn (Naam), MAPPING_NOT_VALID,",
        "2000663, 403, Har inte behörighet för scope., NO_LICENCE,",
        "2001103, 400, Ingen licens., NO_LICENCE,",
        "2000311, 403, Saknar inloggning., NOT_AUTHORISED,",
        "0, 403, forbidden, NOT_AUTHORISED,",
        "2004167, 400, Konto krävs för momssatsen., REFUSED_BY_RULE,",
    })
    void givesEachRefusalItsReasonAndField(
            int code, int status, String words, Reason reason, @Nullable String field) {
        Reply reply =
                new FortnoxError(code, words)
                        .asReply(status, List.of("Name", "ZipCode", "Email", "EmailInvoice"));

        assertThat(reply).isEqualTo(new Reply.No(reason, field, words));
    }

    @Test
    void tellsAMissingCustomerFromARefusal() {
        assertThat(new FortnoxError(2000433, "Kan inte hitta kunden.").asReply(404, List.of()))
                .isEqualTo(new Reply.Missing("Kan inte hitta kunden."));
    }

    @Test
    void doesNotTrustAnInternalFaultToHaveWrittenNothing() {
        assertThat(new FortnoxError(1000003, "Internt fel").asReply(400, List.of()))
                .isInstanceOf(Reply.Unclear.class);
    }

    @Test
    void cutsWordsThatAreNotMeantForReading() {
        FortnoxError error = read("{\"message\":\"" + "x".repeat(2000) + "\"}");

        assertThat(error == null ? "" : error.words()).hasSize(500);
    }

    private static @Nullable FortnoxError read(String body) {
        JsonNode json = FortnoxError.json(body);
        return json == null ? null : FortnoxError.read(json);
    }
}
