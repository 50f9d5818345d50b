package io.erpsync.sandbox.lime.store;

import java.util.Set;

/**
 * How an installation behaves where installations differ.
 *
 * @param trigger whether Lime flips the status when a watched property changes
 * @param flipWhileInProcess whether it does so while the record is in process too
 * @param statusTable whether moves outside the table are refused
 * @param uniqueNumber whether two records of a type may not have one ERP number
 * @param offsetIdLinks whether next links carry the last id, as older servers' do
 * @param optionObjects whether the query language answers options as objects, not as keys
 * @param watched the properties whose change flips the status
 */
public record LimeSwitches(
        boolean trigger,
        boolean flipWhileInProcess,
        boolean statusTable,
        boolean uniqueNumber,
        boolean offsetIdLinks,
        boolean optionObjects,
        Set<String> watched) {

    public LimeSwitches {
        watched = Set.copyOf(watched);
    }

    public static LimeSwitches standard() {
        return new LimeSwitches(
                true,
                false,
                true,
                false,
                false,
                false,
                Set.of(
                        "name",
                        "registrationno",
                        "phone",
                        "invoiceaddress1",
                        "invoiceaddress2",
                        "invoicezipcode",
                        "invoicecity",
                        "country",
                        "emailinvoice",
                        "pricelist",
                        "firstname",
                        "lastname",
                        "email",
                        "mobilephone"));
    }
}
