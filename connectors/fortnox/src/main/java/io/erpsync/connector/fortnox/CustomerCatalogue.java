package io.erpsync.connector.fortnox;

import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.FieldDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a customer as Fortnox publishes them; the interface itself has no metadata. Local
 * names are those of Fortnox's Swedish pages.
 */
final class CustomerCatalogue {

    static final String NAME = "Name";
    static final String NUMBER = "CustomerNumber";
    static final String REGISTRATION = "OrganisationNumber";

    /** Where the key of a create is kept; never open to a mapping. */
    static final String KEY = "ExternalReference";

    private static final int LONG = 1024;

    private final FieldCatalogue fields;

    /** The catalogue of a connection in which we choose the customer number, or do not. */
    CustomerCatalogue(boolean ourNumbers) {
        List<FieldDefinition> all = new ArrayList<>();
        all.add(new FieldDefinition(NAME, "Namn", Kind.TEXT, LONG, true, true, List.of()));
        all.add(
                new FieldDefinition(
                        NUMBER, "Kundnr", Kind.TEXT, LONG, ourNumbers, ourNumbers, List.of()));
        all.addAll(identity());
        all.addAll(addresses());
        all.addAll(mail());
        all.addAll(terms());
        all.addAll(readOnly());
        fields = FieldCatalogue.of(FortnoxConnector.SYSTEM, FortnoxConnector.CUSTOMER, all);
    }

    FieldCatalogue fields() {
        return fields;
    }

    /** What the field takes; a text when it is not in the catalogue. */
    Kind kindOf(String name) {
        FieldDefinition field = fields.field(name);
        return field == null ? Kind.TEXT : field.kind();
    }

    /** True when Fortnox alone sets the field. A field that is not known is left to Fortnox. */
    boolean closed(String name) {
        FieldDefinition field = fields.field(name);
        return field != null && !field.writable();
    }

    private static List<FieldDefinition> identity() {
        return List.of(
                text(REGISTRATION, "Organisationsnummer", 30),
                option("Type", "Kundtyp", "PRIVATE", "COMPANY"),
                plain("Active", "Aktiv", Kind.BOOLEAN),
                text("Phone1", "Telefon 1", LONG),
                text("Phone2", "Telefon 2", LONG),
                text("Fax", "Fax", LONG),
                text("WWW", "Webbadress", 128),
                text("GLN", "GLN", 13),
                text("GLNDelivery", "GLN leverans", 13),
                text("Comments", "Anteckningar", LONG),
                text("OurReference", "Vår referens", 50),
                text("YourReference", "Er referens", 50));
    }

    private static List<FieldDefinition> addresses() {
        return List.of(
                text("Address1", "Adress 1", LONG),
                text("Address2", "Adress 2", LONG),
                text("ZipCode", "Postnummer", 10),
                text("City", "Ort", LONG),
                text("CountryCode", "Landskod", 2),
                text("DeliveryName", "Leveransnamn", LONG),
                text("DeliveryAddress1", "Leveransadress 1", LONG),
                text("DeliveryAddress2", "Leveransadress 2", LONG),
                text("DeliveryZipCode", "Leveranspostnummer", 10),
                text("DeliveryCity", "Leveransort", LONG),
                text("DeliveryCountryCode", "Landskod leverans", 2),
                text("DeliveryPhone1", "Leveranstelefon 1", LONG),
                text("DeliveryPhone2", "Leveranstelefon 2", LONG),
                text("DeliveryFax", "Leveransfax", LONG),
                text("VisitingAddress", "Besöksadress", 128),
                text("VisitingZipCode", "Besökspostnummer", 10),
                text("VisitingCity", "Besöksort", 128),
                text("VisitingCountryCode", "Landskod besök", 2));
    }

    private static List<FieldDefinition> mail() {
        return List.of(
                text("Email", "E-post", LONG),
                text("EmailInvoice", "E-post faktura", LONG),
                text("EmailInvoiceCC", "Kopia faktura", LONG),
                text("EmailInvoiceBCC", "Dold kopia faktura", LONG),
                text("EmailOffer", "E-post offert", LONG),
                text("EmailOfferCC", "Kopia offert", LONG),
                text("EmailOfferBCC", "Dold kopia offert", LONG),
                text("EmailOrder", "E-post order", LONG),
                text("EmailOrderCC", "Kopia order", LONG),
                text("EmailOrderBCC", "Dold kopia order", LONG));
    }

    private static List<FieldDefinition> terms() {
        return List.of(
                text("Currency", "Valuta", 3),
                text("PriceList", "Prislista", LONG),
                text("TermsOfPayment", "Betalningsvillkor", LONG),
                text("TermsOfDelivery", "Leveransvillkor", LONG),
                text("WayOfDelivery", "Leveranssätt", LONG),
                text("VATNumber", "VAT-nummer", LONG),
                option(
                        "VATType",
                        "Momstyp",
                        "SEVAT",
                        "SEREVERSEDVAT",
                        "EUREVERSEDVAT",
                        "EUVAT",
                        "EXPORT"),
                plain("ShowPriceVATIncluded", "Visa priser inkl. moms", Kind.BOOLEAN),
                plain("InvoiceAdministrationFee", "Faktureringsavgift", Kind.DECIMAL),
                plain("InvoiceDiscount", "Fakturarabatt", Kind.DECIMAL),
                plain("InvoiceFreight", "Fraktavgift", Kind.DECIMAL),
                text("InvoiceRemark", "Fakturatext", LONG),
                text("CostCenter", "Kostnadsställe", LONG),
                text("Project", "Projekt", LONG),
                text("SalesAccount", "Försäljningskonto", 4));
    }

    private static List<FieldDefinition> readOnly() {
        return List.of(
                closed(KEY, "Extern referens"),
                closed("Country", "Land"),
                closed("DeliveryCountry", "Leveransland"),
                closed("VisitingCountry", "Besöksland"),
                closed("DefaultDeliveryTypes.Invoice", "Leveranstyp faktura"),
                closed("DefaultDeliveryTypes.Offer", "Leveranstyp offert"),
                closed("DefaultDeliveryTypes.Order", "Leveranstyp order"),
                closed("DefaultTemplates.CashInvoice", "Mall kontantfaktura"),
                closed("DefaultTemplates.Invoice", "Mall faktura"),
                closed("DefaultTemplates.Offer", "Mall offert"),
                closed("DefaultTemplates.Order", "Mall order"));
    }

    private static FieldDefinition text(String name, String localName, int length) {
        return open(name, localName, Kind.TEXT, length, List.of());
    }

    private static FieldDefinition option(String name, String localName, String... keys) {
        return open(name, localName, Kind.OPTION, null, List.of(keys));
    }

    private static FieldDefinition plain(String name, String localName, Kind kind) {
        return open(name, localName, kind, null, List.of());
    }

    private static FieldDefinition open(
            String name,
            String localName,
            Kind kind,
            @Nullable Integer length,
            List<String> options) {
        return new FieldDefinition(name, localName, kind, length, true, false, options);
    }

    private static FieldDefinition closed(String name, String localName) {
        return new FieldDefinition(name, localName, Kind.TEXT, null, false, false, List.of());
    }
}
