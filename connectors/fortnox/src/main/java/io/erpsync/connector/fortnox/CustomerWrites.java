package io.erpsync.connector.fortnox;

import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.connector.fortnox.CreateLookup.Found;
import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates and changes customers. */
final class CustomerWrites {

    private final FortnoxSettings settings;
    private final FortnoxApi api;
    private final CustomerCatalogue catalogue;
    private final CustomerRecords records;
    private final CustomerReads reads;
    private final CreateLookup lookup;
    private final InstantSource clock;

    CustomerWrites(
            FortnoxSettings settings,
            FortnoxApi api,
            CustomerCatalogue catalogue,
            InstantSource clock) {
        this.settings = settings;
        this.api = api;
        this.catalogue = catalogue;
        this.clock = clock;
        this.records = new CustomerRecords(catalogue, settings.clearEmpty());
        this.reads = new CustomerReads(api);
        this.lookup = new CreateLookup(api, reads, records);
    }

    Outcome create(CreateRequest request) {
        Fields fields = addressable(request.fields());
        String closed = closedIn(fields);
        if (closed != null) {
            return readOnly(closed);
        }
        if (settings.ourNumbers()) {
            return createNumbered(request);
        }
        Instant since = request.attemptedSince();
        return since == null
                ? post(request, fields)
                : switch (lookup.find(request, since)) {
                    case Found.It(StoredRecord record) -> new Outcome.Applied(record);
                    case Found.Unread(Reply.Bad why) -> notLooked(why);
                    case Found.Nothing() -> afterEmptyLook(request, fields, since);
                };
    }

    // The first attempt may still be under way, and then shows in no list yet.
    private Outcome afterEmptyLook(CreateRequest request, Fields fields, Instant since) {
        Instant until = request.attemptedUntil();
        Duration passed = Duration.between(until == null ? since : until, clock.instant());
        return passed.compareTo(settings.settleTime()) < 0
                ? new Outcome.Unknown("not found, but the earlier attempt may still be under way")
                : post(request, fields);
    }

    /** The outcome of a create that was attempted before, when nobody could look for it. */
    static Outcome notLooked(Reply.Bad why) {
        return why instanceof Reply.No ? why.asRead() : new Outcome.Unknown(why.words());
    }

    // A number of ours can be taken once, so the request may be sent again without a look.
    private Outcome createNumbered(CreateRequest request) {
        Value number = request.fields().get(CustomerCatalogue.NUMBER);
        if (number.isEmpty()) {
            return new Outcome.Refused(
                    Reason.REQUIRED_MISSING, CustomerCatalogue.NUMBER, "a number is needed");
        }
        Outcome outcome = post(request, request.fields());
        if (!(outcome instanceof Outcome.Refused refused)
                || refused.reason() != Reason.NUMBER_TAKEN) {
            return outcome;
        }
        return switch (lookup.inspect(number.shown(), request.key(), request.urgency())) {
            case Found.It(StoredRecord record) -> new Outcome.Applied(record);
            case Found.Nothing() -> outcome;
            case Found.Unread(Reply.Bad why) -> notLooked(why);
        };
    }

    private Outcome post(CreateRequest request, Fields fields) {
        ObjectNode customer = records.written(withoutEmpty(fields));
        customer.put(CustomerCatalogue.KEY, request.key().value());
        Reply reply =
                api.write(
                        HttpMethod.POST,
                        "customers",
                        CustomerRecords.DETAIL,
                        customer,
                        request.urgency());
        return switch (reply) {
            case Reply.Good(JsonNode body, ServerTime time)
                    when request.key().value().equals(keyIn(body)) ->
                    new Outcome.Applied(records.record(body, time.latest()));
            case Reply.Good _ -> new Outcome.Unknown("an answer without the customer created");
            case Reply.Bad bad -> bad.asWrite();
        };
    }

    private static String keyIn(JsonNode body) {
        JsonNode customer = body.path(CustomerRecords.DETAIL);
        return CustomerRecords.numberOf(customer).isEmpty()
                ? ""
                : customer.path(CustomerCatalogue.KEY).asString("");
    }

    // A new customer has nothing to empty.
    private static Fields withoutEmpty(Fields fields) {
        Fields left = fields;
        for (String name : fields.names()) {
            left = fields.get(name).isEmpty() ? left.without(name) : left;
        }
        return left;
    }

    Outcome update(UpdateRequest request) {
        Fields fields = addressable(request.fields()).without(CustomerCatalogue.NUMBER);
        String closed = closedIn(fields);
        if (closed != null) {
            return readOnly(closed);
        }
        if (!request.readFirst() && !records.written(fields).isEmpty()) {
            return put(request, records.written(fields));
        }
        return switch (reads.detail(request.id(), request.urgency())) {
            case Reply.Bad bad -> bad.asRead();
            case Reply.Good(JsonNode body, ServerTime time) -> {
                StoredRecord held = records.record(body, time.latest());
                ObjectNode left = records.written(records.missing(fields, held.fields()));
                yield left.isEmpty() ? new Outcome.Applied(held) : put(request, left);
            }
        };
    }

    private Outcome put(UpdateRequest request, ObjectNode customer) {
        Reply reply =
                api.write(
                        HttpMethod.PUT,
                        CustomerReads.path(request.id()),
                        CustomerRecords.DETAIL,
                        customer,
                        request.urgency());
        return switch (reply) {
            case Reply.Good(JsonNode body, ServerTime time)
                    when request.id()
                            .equals(CustomerRecords.numberOf(body.path(CustomerRecords.DETAIL))) ->
                    new Outcome.Applied(records.record(body, time.latest()));
            case Reply.Good _ -> new Outcome.Unknown("an answer without the customer changed");
            case Reply.Bad bad -> bad.asWrite();
        };
    }

    // The number is what the customer is addressed by; in "series" it is Fortnox's to give.
    private Fields addressable(Fields fields) {
        return settings.ourNumbers() ? fields : fields.without(CustomerCatalogue.NUMBER);
    }

    private @Nullable String closedIn(Fields fields) {
        return fields.names().stream().filter(catalogue::closed).findFirst().orElse(null);
    }

    private static Outcome readOnly(String field) {
        return new Outcome.Refused(
                Reason.MAPPING_NOT_VALID, field, "'" + field + "' cannot be written in Fortnox");
    }
}
