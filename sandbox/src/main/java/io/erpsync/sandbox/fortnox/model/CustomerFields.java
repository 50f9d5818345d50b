package io.erpsync.sandbox.fortnox.model;

import io.erpsync.sandbox.fortnox.model.CustomerField.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a customer in the order in which Fortnox sends them. */
final class CustomerFields {

    static final String NAME = "Name";
    static final String NUMBER = "CustomerNumber";
    static final String ACTIVE = "Active";

    private static final int LONG = 1024;
    private static final Map<String, CustomerField> ALL = Collections.unmodifiableMap(all());

    private CustomerFields() {}

    static Map<String, CustomerField> byName() {
        return ALL;
    }

    private static Map<String, CustomerField> all() {
        Map<String, CustomerField> all = new LinkedHashMap<>();
        put(all, ACTIVE, Kind.BOOLEAN, null, true);
        texts(all, LONG, "Address1", "Address2", "City");
        readOnly(all, "Country");
        texts(all, LONG, "Comments");
        put(all, "Currency", Kind.CURRENCY, null, "SEK");
        texts(all, LONG, "CostCenter");
        put(all, "CountryCode", Kind.COUNTRY_CODE, null, null);
        put(all, NUMBER, Kind.TEXT, null, null);
        put(
                all,
                "DefaultDeliveryTypes",
                Kind.OBJECT,
                null,
                same("PRINT", "Invoice", "Order", "Offer"));
        put(
                all,
                "DefaultTemplates",
                Kind.OBJECT,
                null,
                same("DEFAULTTEMPLATE", "Order", "Offer", "Invoice", "CashInvoice"));
        texts(all, LONG, "DeliveryAddress1", "DeliveryAddress2", "DeliveryCity");
        readOnly(all, "DeliveryCountry");
        put(all, "DeliveryCountryCode", Kind.COUNTRY_CODE, null, null);
        texts(all, LONG, "DeliveryFax", "DeliveryName", "DeliveryPhone1", "DeliveryPhone2");
        texts(all, 10, "DeliveryZipCode");
        emails(all, "Email", "EmailInvoice", "EmailInvoiceBCC", "EmailInvoiceCC", "EmailOffer");
        emails(all, "EmailOfferBCC", "EmailOfferCC", "EmailOrder", "EmailOrderBCC", "EmailOrderCC");
        emptyTexts(all, LONG, "ExternalReference");
        texts(all, LONG, "Fax");
        exact(all, 13, "GLN", "GLNDelivery");
        put(all, "InvoiceAdministrationFee", Kind.NUMBER, null, null);
        put(all, "InvoiceDiscount", Kind.NUMBER, null, null);
        put(all, "InvoiceFreight", Kind.NUMBER, null, null);
        emptyTexts(all, LONG, "InvoiceRemark", NAME);
        emptyTexts(all, 30, "OrganisationNumber");
        emptyTexts(all, 50, "OurReference");
        texts(all, LONG, "Phone1", "Phone2");
        put(all, "PriceList", Kind.PRICE_LIST, "", "A");
        texts(all, LONG, "Project");
        exact(all, 4, "SalesAccount");
        put(all, "ShowPriceVATIncluded", Kind.BOOLEAN, null, false);
        emptyTexts(all, LONG, "TermsOfDelivery");
        put(all, "TermsOfPayment", Kind.PAYMENT_TERMS, "", null);
        put(all, "Type", Kind.CUSTOMER_TYPE, null, "COMPANY");
        emptyTexts(all, LONG, "VATNumber");
        put(all, "VATType", Kind.VAT_TYPE, null, "SEVAT");
        texts(all, 128, "VisitingAddress", "VisitingCity");
        readOnly(all, "VisitingCountry");
        put(all, "VisitingCountryCode", Kind.COUNTRY_CODE, null, null);
        texts(all, 10, "VisitingZipCode");
        emptyTexts(all, 128, "WWW");
        emptyTexts(all, LONG, "WayOfDelivery");
        emptyTexts(all, 50, "YourReference");
        texts(all, 10, "ZipCode");
        return all;
    }

    private static void texts(Map<String, CustomerField> all, int longest, String... names) {
        for (String name : names) {
            all.put(name, new CustomerField(name, Kind.TEXT, 0, longest, null, null));
        }
    }

    private static void emptyTexts(Map<String, CustomerField> all, int longest, String... names) {
        for (String name : names) {
            all.put(name, new CustomerField(name, Kind.TEXT, 0, longest, "", null));
        }
    }

    private static void emails(Map<String, CustomerField> all, String... names) {
        for (String name : names) {
            put(all, name, Kind.EMAIL, "", null);
        }
    }

    private static void exact(Map<String, CustomerField> all, int length, String... names) {
        for (String name : names) {
            all.put(name, new CustomerField(name, Kind.DIGITS, length, length, null, null));
        }
    }

    private static void readOnly(Map<String, CustomerField> all, String name) {
        put(all, name, Kind.READ_ONLY, null, null);
    }

    private static void put(
            Map<String, CustomerField> all,
            String name,
            Kind kind,
            @Nullable Object unset,
            @Nullable Object initial) {
        all.put(name, new CustomerField(name, kind, 0, LONG, unset, initial));
    }

    private static Map<String, String> same(String value, String... names) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String name : names) {
            map.put(name, value);
        }
        return Collections.unmodifiableMap(map);
    }
}
