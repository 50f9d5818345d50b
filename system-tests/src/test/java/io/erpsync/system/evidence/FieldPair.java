package io.erpsync.system.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One mapped field.
 *
 * @param watched whether its change in Lime asks for a sync
 * @param comesBack whether it may flow from the ERP to Lime
 */
public record FieldPair(String lime, String erp, boolean watched, boolean comesBack) {

    private static final Map<String, String> COUNTRIES =
            Map.of("Sverige", "SE", "Norge", "NO", "Danmark", "DK", "Finland", "FI");

    /** The shipped mapping as far as the workload edits it. */
    public static List<FieldPair> shipped(boolean allWatched) {
        List<FieldPair> fields = new ArrayList<>();
        fields.add(new FieldPair("name", "Name", true, true));
        fields.add(new FieldPair("registrationno", "OrganisationNumber", true, true));
        fields.add(new FieldPair("phone", "Phone1", true, true));
        fields.add(new FieldPair("emailinvoice", "EmailInvoice", true, true));
        fields.add(new FieldPair("invoiceaddress1", "Address1", true, true));
        fields.add(new FieldPair("invoicezipcode", "ZipCode", true, true));
        fields.add(new FieldPair("invoicecity", "City", true, true));
        fields.add(new FieldPair("country", "CountryCode", true, true));
        fields.add(new FieldPair("visitingcity", "VisitingCity", allWatched, true));
        return fields;
    }

    /** An option in Lime that reaches the ERP through its hidden text field. */
    public static FieldPair priceList() {
        return new FieldPair("pricelist", "PriceList", true, false);
    }

    /** A value of Lime as the ERP stores it. */
    public String asErp(String inLime) {
        String value = inLime.strip();
        return switch (lime) {
            case "country" -> COUNTRIES.getOrDefault(value, value);
            case "pricelist" -> value.equals("empty") ? "" : value.toUpperCase(Locale.ROOT);
            default -> value;
        };
    }

    public boolean same(String inLime, String inErp) {
        return asErp(inLime).equals(inErp.strip());
    }
}
