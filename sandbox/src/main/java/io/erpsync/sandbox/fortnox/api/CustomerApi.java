package io.erpsync.sandbox.fortnox.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.fortnox.model.Customer;
import io.erpsync.sandbox.fortnox.model.CustomerPage;
import io.erpsync.sandbox.fortnox.model.CustomerSearch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The customers: {@code customers/...}. */
final class CustomerApi {

    private static final String WRAPPER = "Customer";

    /** What a list item shows, under the detail's name for it; only the phone is renamed. */
    private static final List<String> LISTED =
            List.of(
                    "Address1",
                    "Address2",
                    "City",
                    "CustomerNumber",
                    "Email",
                    "Name",
                    "OrganisationNumber",
                    "Phone1",
                    "ZipCode");

    private final FortnoxCall call;

    CustomerApi(FortnoxCall call) {
        this.call = call;
    }

    ApiReply answer() {
        return switch (call.path().size()) {
            case 1 -> collection();
            case 2 -> one(call.path().get(1));
            default -> FortnoxCall.notFound();
        };
    }

    private ApiReply collection() {
        return switch (call.method()) {
            case "GET" -> list();
            case "POST" ->
                    ApiReply.json(
                                    201,
                                    detail(
                                            call.tenant()
                                                    .create(
                                                            call.grant().client(),
                                                            call.body(WRAPPER))))
                            // The real one sends this bare word, not an address.
                            .with("Location", "customers");
            default -> FortnoxCall.methodNotAllowed();
        };
    }

    private ApiReply one(String number) {
        return switch (call.method()) {
            case "GET" ->
                    ApiReply.json(
                            200, detail(call.tenant().require(number, call.request().asOf())));
            case "PUT" ->
                    ApiReply.json(
                            200,
                            detail(
                                    call.tenant()
                                            .update(
                                                    call.grant().client(),
                                                    number,
                                                    call.body(WRAPPER))));
            case "DELETE" -> {
                call.tenant().delete(call.grant().client(), number);
                yield ApiReply.empty(204);
            }
            default -> FortnoxCall.methodNotAllowed();
        };
    }

    private ApiReply list() {
        CustomerPage page =
                CustomerSearch.of(call.request().query(), call.tenant().switches(), call.now())
                        .page(call.tenant().all(call.request().asOf()));
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("@TotalResources", page.total());
        meta.put("@TotalPages", page.pages());
        meta.put("@CurrentPage", page.page());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("MetaInformation", meta);
        body.put("Customers", page.customers().stream().map(this::item).toList());
        return ApiReply.json(200, body);
    }

    private Map<String, @Nullable Object> item(Customer customer) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("@url", address(customer));
        LISTED.forEach(
                field -> item.put(field.equals("Phone1") ? "Phone" : field, customer.text(field)));
        return item;
    }

    private Map<String, @Nullable Object> detail(Customer customer) {
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("@url", address(customer));
        detail.putAll(customer.fields());
        return Map.of(WRAPPER, detail);
    }

    private String address(Customer customer) {
        String number =
                URLEncoder.encode(customer.number(), StandardCharsets.UTF_8).replace("+", "%20");
        return call.address("customers/" + number);
    }
}
