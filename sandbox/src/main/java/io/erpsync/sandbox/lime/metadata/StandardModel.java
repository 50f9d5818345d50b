package io.erpsync.sandbox.lime.metadata;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The data model of a Lime installation with its usual objects, with or without the properties that
 * an ERP integration adds. Lengths that Lime documents are Lime's; the others are ours.
 */
public final class StandardModel {

    private static final int ADDRESS = 128;
    private static final int SHORT = 64;

    private final AtomicLong optionIds = new AtomicLong(553_000);
    private final boolean erpProperties;

    private StandardModel(boolean erpProperties) {
        this.erpProperties = erpProperties;
    }

    public static DataModel create(boolean erpProperties) {
        StandardModel model = new StandardModel(erpProperties);
        Map<String, Limetype> limetypes = new LinkedHashMap<>();
        limetypes.put("company", model.company());
        limetypes.put("person", model.person());
        limetypes.put("coworker", model.coworker());
        return new DataModel(limetypes);
    }

    private Limetype company() {
        LimetypeBuilder company =
                new LimetypeBuilder(optionIds)
                        .requiredText("name", "Name", 200)
                        .text("registrationno", "Registration number", SHORT)
                        .belongsTo("coworker", "Responsible", "coworker")
                        .text("postaladdress1", "Postal address 1", ADDRESS)
                        .text("postaladdress2", "Postal address 2", ADDRESS)
                        .text("postalzipcode", "Postal zip code", SHORT)
                        .text("postalcity", "Postal city", SHORT)
                        .text("country", "Country", SHORT)
                        .text("phone", "Phone", SHORT)
                        .text("visitingaddress1", "Visiting address 1", ADDRESS)
                        .text("visitingaddress2", "Visiting address 2", ADDRESS)
                        .text("visitingzipcode", "Visiting zip code", SHORT)
                        .text("visitingcity", "Visiting city", SHORT)
                        .option(
                                "buyingstatus",
                                "Buying status",
                                "prospect",
                                "Prospect",
                                "active",
                                "Active",
                                "excustomer",
                                "Ex customer")
                        .option(
                                "customertype",
                                "Customer type",
                                "business",
                                "Business",
                                "private",
                                "Private")
                        .plain("inactive", "Inactive", PropertyType.YESNO)
                        .plain("creditlimit", "Credit limit", PropertyType.INTEGER);
        if (erpProperties) {
            invoicing(company);
            erp(company);
        }
        return company.hasMany("person", "Persons", "person", "company")
                .build("company", "Company", "Companies", "name");
    }

    private static void invoicing(LimetypeBuilder company) {
        company.text("invoiceaddress1", "Invoice address 1", 72)
                .text("invoiceaddress2", "Invoice address 2", 72)
                .text("invoicezipcode", "Invoice zip code", 10)
                .text("invoicecity", "Invoice city", 72)
                .text("fullinvoiceaddress", "Full invoice address", 256)
                .link("emailinvoice", "Invoice e-mail", 100)
                .option("pricelist", "Price list", "a", "Price list A", "b", "Price list B")
                .text("pricelist_text", "Price list (text)", 32)
                .plain("erp_turnover_yearnow", "Turnover this year", PropertyType.DECIMAL)
                .plain("erp_turnover_lastyear", "Turnover last year", PropertyType.DECIMAL)
                .plain("erp_turnover_lastyeartodate", "Turnover to date", PropertyType.DECIMAL)
                .plain("erp_ytdgrowth", "Growth", PropertyType.DECIMAL)
                .option(
                        "erp_salestrend",
                        "Sales trend",
                        "increasing",
                        "Increasing",
                        "steady",
                        "Steady",
                        "decreasing",
                        "Decreasing");
    }

    private static void erp(LimetypeBuilder type) {
        type.text("erp_id", "Customer number ERP", 16)
                .option(
                        "erp_status",
                        "ERP status",
                        "readyforfirstsync",
                        "Ready for first sync",
                        "updatesmade",
                        "Updates made",
                        "inprocess",
                        "In process",
                        "synced",
                        "Synced",
                        "error",
                        "Error")
                .text("erp_errormessage", "ERP error message", 512)
                .plain("erp_firstsynced", "First synced", PropertyType.TIME)
                .plain("erp_lastsynced", "Last synced", PropertyType.TIME);
    }

    private Limetype person() {
        LimetypeBuilder person =
                new LimetypeBuilder(optionIds)
                        .text("name", "Name", 128)
                        .text("firstname", "First name", SHORT)
                        .text("lastname", "Last name", SHORT)
                        .link("email", "E-mail", ADDRESS)
                        .text("phone", "Direct phone", SHORT)
                        .text("mobilephone", "Mobile phone", SHORT)
                        .text("position", "Position", SHORT)
                        .plain("inactive", "Inactive", PropertyType.YESNO)
                        .belongsTo("company", "Company", "company");
        if (erpProperties) {
            erp(person);
        }
        return person.build("person", "Person", "Persons", "name");
    }

    private Limetype coworker() {
        return new LimetypeBuilder(optionIds)
                .requiredText("name", "Name", SHORT)
                .link("email", "E-mail", ADDRESS)
                .plain("user", "User", PropertyType.USER)
                .hasMany("company", "Companies", "company", "coworker")
                .build("coworker", "Coworker", "Coworkers", "name");
    }
}
