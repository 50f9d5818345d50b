package io.erpsync.sandbox.fortnox.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.fortnox.model.Company;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who the company is: {@code companyinformation} and {@code settings/company}. */
final class CompanyApi {

    private final FortnoxCall call;

    CompanyApi(FortnoxCall call) {
        this.call = call;
    }

    ApiReply information() {
        Map<String, @Nullable Object> body = common("CompanyName", "OrganizationNumber");
        List.of("VisitAddress", "VisitCity", "VisitCountryCode", "VisitZipCode")
                .forEach(field -> body.put(field, ""));
        return reply("CompanyInformation", body);
    }

    ApiReply settings() {
        Map<String, @Nullable Object> body = common("Name", "OrganizationNumber");
        List.of("Email", "Phone1", "VATNumber", "WWW").forEach(field -> body.put(field, ""));
        return reply("CompanySettings", body);
    }

    private Map<String, @Nullable Object> common(String nameField, String numberField) {
        Company company = call.tenant().company();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("Address", "Testgatan 1");
        body.put("City", "Växjö");
        body.put("CountryCode", "SE");
        body.put("DatabaseNumber", databaseNumber(company.tenant()));
        body.put(nameField, company.name());
        body.put(numberField, company.organisationNumber());
        body.put("ZipCode", "352 30");
        return body;
    }

    /** The tenant as Fortnox shows it: a number, where it is one. */
    static Object databaseNumber(String tenant) {
        return tenant.matches("[0-9]{1,18}") ? Long.valueOf(tenant) : tenant;
    }

    private ApiReply reply(String wrapper, Map<String, @Nullable Object> body) {
        if (!call.method().equals("GET")) {
            return FortnoxCall.methodNotAllowed();
        }
        return ApiReply.json(200, Map.of(wrapper, body));
    }
}
