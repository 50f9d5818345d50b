package io.erpsync.connector.lime;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.Identity;
import io.erpsync.connector.ReadRequest;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import java.time.Clock;

/** One Lime application, through one key. */
final class LimeSystem implements ConnectedSystem {

    private final LimeConnector connector;
    private final LimeHttp http;
    private final LimeMetadata metadata;
    private final LimeReads reads;
    private final LimeFeeds feeds;
    private final LimeWrites writes;
    private final LimeIdentity identity;

    LimeSystem(LimeConnector connector, LimeSettings settings, LimeHttp http, Clock clock) {
        this.connector = connector;
        this.http = http;
        this.metadata = new LimeMetadata(http, new LimeValues(settings.zone()));
        this.reads = new LimeReads(http, metadata);
        this.feeds = new LimeFeeds(settings, http, metadata, reads);
        this.writes = new LimeWrites(settings, http, metadata, reads);
        this.identity = new LimeIdentity(settings, http, clock);
    }

    @Override
    public Answer<Identity> identify() {
        return identity.ask();
    }

    @Override
    public Answer<FieldCatalogue> catalogue(ObjectType type) {
        return new LimeCatalogue(metadata).of(connector.entityOf(type));
    }

    @Override
    public Answer<FeedPage> poll(FeedQuery query) {
        return feeds.poll(connector.entityOf(query.type()), query);
    }

    @Override
    public Outcome read(ReadRequest request) {
        String type = connector.entityOf(request.type());
        return switch (metadata.records(type, request.fields(), request.urgency())) {
            case Answer.Failed<LimeRecords> failed -> Verdict.outcome(failed);
            case Answer.Got<LimeRecords>(LimeRecords reader) ->
                    reads.one(reader, request.id(), request.urgency());
        };
    }

    @Override
    public Outcome create(CreateRequest request) {
        return writes.create(connector.entityOf(request.type()), request);
    }

    @Override
    public Outcome update(UpdateRequest request) {
        return writes.update(connector.entityOf(request.type()), request);
    }

    @Override
    public void close() {
        http.close();
    }
}
