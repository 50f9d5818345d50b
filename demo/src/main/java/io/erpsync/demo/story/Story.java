package io.erpsync.demo.story;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The story: what users of both systems do, and what becomes of it. */
public final class Story {

    private final Teller teller;
    private final Watch watch;
    private final Lime lime;
    private final Fortnox fortnox;

    public Story(Teller teller) {
        this.teller = teller;
        this.watch = new Watch(teller);
        Http http = new Http();
        this.lime = new Lime(http);
        this.fortnox = new Fortnox(http);
    }

    /** One part of the story. */
    @FunctionalInterface
    private interface Chapter {
        void tell() throws IOException;
    }

    /** Tells all of it; true when every step was seen on both sides. */
    public boolean tell() {
        chapter("A company is created in Lime and sent to Fortnox", this::sentToFortnox);
        chapter("It is edited in Lime", this::editedInLime);
        chapter("A customer is created in Fortnox", this::createdInFortnox);
        chapter("It is edited in Fortnox", this::editedInFortnox);
        chapter("Fortnox refuses a company; it is mended in Lime", this::refusedAndMended);
        chapter("An edit against the direction: visiting city belongs to Fortnox", this::putBack);
        chapter("A field is emptied in Lime; Fortnox ignores empty values", this::emptied);
        chapter("An option is sent through its hidden text field", this::optionSent);
        chapter("A company that Fortnox seems to have already", this::duplicateRefused);
        teller.note("");
        teller.note(
                "The demo uses webhooks and polls every 2 s; the real default is a poll every 10 minutes, and of statuses every minute.");
        return watch.allSeen();
    }

    private String company = "";
    private String number = "";
    private String arrived = "";

    private void chapter(String title, Chapter chapter) {
        teller.chapter(title);
        try {
            chapter.tell();
        } catch (IOException broken) {
            watch.broke(String.valueOf(broken.getMessage()));
        }
    }

    private void sentToFortnox() throws IOException {
        company =
                lime.create(
                        Map.of(
                                "name", "Nordlys Bageri AB",
                                "registrationno", "559001-1234",
                                "phone", "+46 46 10 20 30",
                                "invoiceaddress1", "Brogatan 4",
                                "invoicezipcode", "223 50",
                                "invoicecity", "Lund",
                                "country", "Sverige"));
        lime.pressButton(company);
        watch.sees(
                "Lime: readyforfirstsync → inprocess → synced",
                () ->
                        lime.statuses(company)
                                .containsAll(List.of("readyforfirstsync", "inprocess", "synced")));
        number = lime.company(company).path("erp_id").asString();
        watch.sees("Lime: customer number " + number + " on the card", () -> number.equals("1001"));
        watch.sees(
                "Fortnox: customer " + number + " is Nordlys Bageri AB in Lund",
                () ->
                        fortnoxHas(number, "Name", "Nordlys Bageri AB")
                                && fortnoxHas(number, "City", "Lund"));
    }

    private void editedInLime() throws IOException {
        int before = lime.statuses(company).size();
        lime.edit(company, Map.of("phone", "+46 46 99 88 77"));
        watch.sees(
                "Fortnox: Phone1 is +46 46 99 88 77",
                () -> fortnoxHas(number, "Phone1", "+46 46 99 88 77"));
        watch.sees(
                "Lime: updatesmade → inprocess → synced",
                () -> since(company, before).equals(List.of("updatesmade", "inprocess", "synced")));
    }

    private void createdInFortnox() throws IOException {
        arrived =
                fortnox.create(
                        Map.of(
                                "Name",
                                "Fjällräven Tak AB",
                                "OrganisationNumber",
                                "559002-4321",
                                "City",
                                "Kiruna",
                                "Type",
                                "COMPANY"));
        watch.sees(
                "Lime: a company with number " + arrived + ", synced",
                () ->
                        lime.byNumber(arrived)
                                .map(
                                        found ->
                                                found.path("erp_status")
                                                        .path("key")
                                                        .asString()
                                                        .equals("synced"))
                                .orElse(false));
        watch.sees(
                "Lime: it is Fjällräven Tak AB in Kiruna",
                () ->
                        lime.byNumber(arrived)
                                .map(
                                        found ->
                                                has(found, "name", "Fjällräven Tak AB")
                                                        && has(found, "invoicecity", "Kiruna"))
                                .orElse(false));
    }

    private void editedInFortnox() throws IOException {
        fortnox.edit(arrived, Map.of("Phone1", "0980-123 45"));
        watch.sees(
                "Lime: phone is 0980-123 45, still synced",
                () ->
                        lime.byNumber(arrived)
                                .map(
                                        found ->
                                                has(found, "phone", "0980-123 45")
                                                        && found.path("erp_status")
                                                                .path("key")
                                                                .asString()
                                                                .equals("synced"))
                                .orElse(false));
    }

    private void refusedAndMended() throws IOException {
        String wrong =
                lime.create(
                        Map.of(
                                "name",
                                "Björkö Snickeri AB",
                                "registrationno",
                                "556900-1234",
                                "emailinvoice",
                                "not an address"));
        lime.pressButton(wrong);
        watch.sees("Lime: error", () -> lime.status(wrong).equals("error"));
        teller.note(lime.company(wrong).path("erp_errormessage").asString());
        lime.edit(wrong, Map.of("emailinvoice", "faktura@bjorko.example"));
        watch.sees(
                "Lime: mended, synced, the error text is gone",
                () ->
                        lime.status(wrong).equals("synced")
                                && has(lime.company(wrong), "erp_errormessage", ""));
        String given = lime.company(wrong).path("erp_id").asString();
        watch.sees(
                "Fortnox: customer " + given + " has that address",
                () -> fortnoxHas(given, "EmailInvoice", "faktura@bjorko.example"));
    }

    private void putBack() throws IOException {
        fortnox.edit(number, Map.of("VisitingCity", "Malmö"));
        watch.sees(
                "Lime: visitingcity is Malmö",
                () -> has(lime.company(company), "visitingcity", "Malmö"));
        int before = lime.statuses(company).size();
        lime.edit(company, Map.of("visitingcity", "Eslöv"));
        watch.sees(
                "Lime: Eslöv was put back to Malmö",
                () ->
                        has(lime.company(company), "visitingcity", "Malmö")
                                && since(company, before).contains("synced"));
        watch.sees(
                "Fortnox: VisitingCity is still Malmö",
                () -> fortnoxHas(number, "VisitingCity", "Malmö"));
    }

    private void emptied() throws IOException {
        int before = lime.statuses(company).size();
        lime.edit(company, Map.of("invoiceaddress1", ""));
        watch.sees(
                "Lime: updatesmade → inprocess → synced, the field is empty",
                () ->
                        since(company, before).contains("synced")
                                && has(lime.company(company), "invoiceaddress1", ""));
        watch.sees(
                "Fortnox: Address1 is still Brogatan 4, a known difference",
                () -> fortnoxHas(number, "Address1", "Brogatan 4"));
    }

    private void optionSent() throws IOException {
        lime.edit(company, Map.of("pricelist", "b"));
        watch.sees("Fortnox: PriceList is B", () -> fortnoxHas(number, "PriceList", "B"));
        watch.sees("Lime: synced", () -> lime.status(company).equals("synced"));
    }

    private void duplicateRefused() throws IOException {
        String twin = lime.create(Map.of("name", "Havsvik Bygg", "registrationno", "5560125790"));
        lime.pressButton(twin);
        watch.sees(
                "Lime: error, naming the candidate",
                () ->
                        lime.status(twin).equals("error")
                                && lime.company(twin)
                                        .path("erp_errormessage")
                                        .asString()
                                        .contains("900"));
        teller.note(lime.company(twin).path("erp_errormessage").asString());
        watch.sees(
                "Fortnox: still one customer with that number",
                () -> fortnox.withRegistration("556012-5790") == 1);
    }

    private List<String> since(String id, int before) throws IOException {
        List<String> all = lime.statuses(id);
        return all.subList(Math.min(before, all.size()), all.size());
    }

    private boolean fortnoxHas(String customer, String field, String value) throws IOException {
        return has(fortnox.customer(customer), field, value);
    }

    private static boolean has(tools.jackson.databind.JsonNode record, String field, String value) {
        return record.path(field).asString("").equals(value);
    }
}
