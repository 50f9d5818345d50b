package io.erpsync.connector.lime;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The companies, and the limetypes they are of, that the tests of this module talk about. */
final class Companies {

    static final String COMPANY_TYPE =
            """
            {"name": "company", "localname": {"singular": "Company", "plural": "Companies"},
             "_embedded": {"properties": [
              {"name": "name", "type": "string", "localname": "Name", "required": true, "length": 200},
              {"name": "registrationno", "type": "string", "localname": "Registration number", "length": 16},
              {"name": "emailinvoice", "type": "link", "localname": "Invoice e-mail", "length": 100},
              {"name": "inactive", "type": "yesno", "localname": "Inactive"},
              {"name": "employees", "type": "integer", "localname": "Employees"},
              {"name": "creditlimit", "type": "decimal", "localname": "Credit limit"},
              {"name": "contract_start", "type": "time", "localname": "Contract start"},
              {"name": "services", "type": "set", "localname": "Services"},
              {"name": "logo", "type": "file", "localname": "Logo"},
              {"name": "erp_id", "type": "string", "localname": "Customer number ERP", "length": 16},
              {"name": "erp_errormessage", "type": "string", "localname": "ERP error", "length": 512},
              {"name": "erp_firstsynced", "type": "time", "localname": "First synced"},
              {"name": "erp_status", "type": "option", "localname": "ERP status", "options": [
                {"id": 101, "key": "empty", "text": "", "inactive": false},
                {"id": 102, "key": "readyforfirstsync", "text": "Ready", "inactive": false},
                {"id": 103, "key": "inprocess", "text": "In process", "inactive": false},
                {"id": 104, "key": "synced", "text": "Synced", "inactive": false},
                {"id": 105, "key": "old", "text": "Old", "inactive": true}]},
              {"name": "coworker", "type": "belongsto", "localname": "Responsible",
               "_links": {"related_type": {"name": "coworker"}}},
              {"name": "person", "type": "hasmany", "localname": "Persons",
               "_links": {"related_type": {"name": "person"}}}]}}
            """;

    static final String COWORKER_TYPE =
            """
            {"name": "coworker", "_embedded": {"properties": [
              {"name": "name", "type": "string", "localname": "Name"},
              {"name": "email", "type": "link", "localname": "E-mail"}]}}
            """;

    private static final String COMPANY =
            """
            {"_id": %d, "name": "%s", "registrationno": "559001-1234", "emailinvoice": "",
             "inactive": false, "employees": 12, "creditlimit": 30000.50,
             "contract_start": "2025-01-30T00:00:00+01:00", "services": [], "logo": null,
             "erp_id": "%s", "erp_errormessage": "", "erp_firstsynced": null,
             "erp_status": {"id": 104, "key": "%s", "text": "Synced"}, "coworker": %s,
             "_timestamp": "2025-06-11T14:05:06.740000+02:00",
             "_createdtime": "2025-02-21T10:28:16.963000+01:00",
             "_createduser": 3701, "_updateduser": 2701, "_descriptive": "x",
             "_links": {"self": {"href": "http://x/"}}%s}
            """;

    private Companies() {}

    static String company(long id, String name, String number, String status) {
        return COMPANY.formatted(id, name, number, status, "null", "");
    }

    static String nordlys() {
        return company(1042, "Nordlys Bageri AB", "C00042", "synced");
    }

    /** Nordlys as shown together with the coworker who is responsible for it. */
    static String nordlysWithCoworker() {
        return COMPANY.formatted(
                1042,
                "Nordlys Bageri AB",
                "C00042",
                "synced",
                "1012",
                """
                , "_embedded": {"relation_coworker":
                   {"_id": 1012, "name": "Eva Ek", "email": "eva@nordlys.test"}}""");
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    static LimeType type() {
        return type("company", COMPANY_TYPE);
    }

    static LimeType coworkerType() {
        return type("coworker", COWORKER_TYPE);
    }

    static Map<String, LimeType> withCoworker() {
        return Map.of("coworker", coworkerType());
    }

    private static LimeType type(String name, String metadata) {
        LimeType type = LimeType.read(name, json(metadata));
        if (type == null) {
            throw new AssertionError("the fixture is not a limetype");
        }
        return type;
    }
}
