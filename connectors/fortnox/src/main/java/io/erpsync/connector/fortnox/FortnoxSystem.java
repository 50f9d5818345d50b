package io.erpsync.connector.fortnox;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.Identity;
import io.erpsync.connector.ReadRequest;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Urgency;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One connection to one company. Before anything else is read or written, the company that the
 * credentials open is compared with the one that is meant, once.
 */
final class FortnoxSystem implements ConnectedSystem {

    private final FortnoxSettings settings;
    private final FortnoxApi api;
    private final CustomerCatalogue catalogue;
    private final CustomerRecords records;
    private final CustomerReads reads;
    private final CustomerWrites writes;
    private final CustomerFeeds feeds;

    private final ReentrantLock comparing = new ReentrantLock();
    private volatile boolean companyIsRight;

    private FortnoxSystem(
            FortnoxSettings settings,
            FortnoxApi api,
            CustomerCatalogue catalogue,
            CustomerWrites writes) {
        this.settings = settings;
        this.api = api;
        this.catalogue = catalogue;
        this.writes = writes;
        this.records = new CustomerRecords(catalogue, settings.clearEmpty());
        this.reads = new CustomerReads(api);
        this.feeds = new CustomerFeeds(reads, records);
    }

    static FortnoxSystem open(FortnoxSettings settings, RequestGate gate, InstantSource clock) {
        Wire wire = new Wire(settings.timeout(), clock);
        FortnoxApi api =
                new FortnoxApi(settings, gate, wire, new TokenSource(settings, wire, clock));
        CustomerCatalogue catalogue = new CustomerCatalogue(settings.ourNumbers());
        CustomerWrites writes = new CustomerWrites(settings, api, catalogue, clock);
        return new FortnoxSystem(settings, api, catalogue, writes);
    }

    @Override
    public Answer<Identity> identify() {
        return switch (company(Urgency.INTERACTIVE)) {
            case Reply.Bad bad -> bad.asAnswer();
            case Reply.Good(JsonNode body, ServerTime _) -> {
                JsonNode company = body.path("CompanyInformation");
                yield new Answer.Got<>(
                        new Identity(
                                company.path("CompanyName").asString(""),
                                numberOf(company),
                                null,
                                api.skew()));
            }
        };
    }

    private Reply company(Urgency urgency) {
        Reply reply = api.get("companyinformation", Map.of(), urgency);
        return reply instanceof Reply.Good(JsonNode body, ServerTime _)
                        && !body.path("CompanyInformation").isObject()
                ? FortnoxApi.unexpected("an answer without the company")
                : reply;
    }

    // Spelt with z here and with s on the customer; both are read.
    private static String numberOf(JsonNode company) {
        return company.path("OrganizationNumber")
                .asString(company.path(CustomerCatalogue.REGISTRATION).asString(""));
    }

    @Override
    public Answer<FieldCatalogue> catalogue(ObjectType type) {
        return new Answer.Got<>(catalogue.fields());
    }

    @Override
    public Answer<FeedPage> poll(FeedQuery query) {
        Reply.Bad wrong = wrongCompany(Urgency.BACKGROUND);
        if (wrong != null) {
            return wrong.asAnswer();
        }
        return switch (query.feed()) {
            case CHANGES -> feeds.changes(query.cursor());
            case INDEX -> feeds.index(query.cursor());
            case STATUS, BASELINE ->
                    new Answer.Failed<>(
                            Reason.REFUSED_BY_RULE, null, "Fortnox has no feed " + query.feed());
        };
    }

    @Override
    public Outcome read(ReadRequest request) {
        Reply.Bad wrong = wrongCompany(request.urgency());
        if (wrong != null) {
            return wrong.asRead();
        }
        return switch (reads.detail(request.id(), request.urgency())) {
            case Reply.Bad bad -> bad.asRead();
            case Reply.Good(JsonNode body, ServerTime time) ->
                    new Outcome.Applied(records.record(body, time.earliest()));
        };
    }

    @Override
    public Outcome create(CreateRequest request) {
        Reply.Bad wrong = wrongCompany(request.urgency());
        if (wrong != null) {
            return request.attemptedSince() == null
                    ? wrong.asRead()
                    : CustomerWrites.notLooked(wrong);
        }
        return writes.create(request);
    }

    @Override
    public Outcome update(UpdateRequest request) {
        Reply.Bad wrong = wrongCompany(request.urgency());
        return wrong == null ? writes.update(request) : wrong.asRead();
    }

    /** Why the company cannot be taken as the right one; null when it is. */
    private Reply.@Nullable Bad wrongCompany(Urgency urgency) {
        if (companyIsRight) {
            return null;
        }
        try {
            comparing.lockInterruptibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Reply.NotDone(Reason.TARGET_UNAVAILABLE, null, "interrupted while waiting");
        }
        try {
            return companyIsRight ? null : compared(company(urgency));
        } finally {
            comparing.unlock();
        }
    }

    private Reply.@Nullable Bad compared(Reply reply) {
        return switch (reply) {
            case Reply.Bad bad -> bad;
            case Reply.Good(JsonNode body, ServerTime _) -> {
                String opened = numberOf(body.path("CompanyInformation"));
                companyIsRight = FortnoxSettings.digits(opened).equals(settings.company());
                yield companyIsRight
                        ? null
                        : new Reply.No(
                                Reason.WRONG_COMPANY,
                                null,
                                "the credentials open company " + opened);
            }
        };
    }

    @Override
    public void close() {
        api.close();
    }
}
