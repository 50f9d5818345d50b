package io.erpsync.writer.target;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Connector;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.Identity;
import io.erpsync.connector.ReadRequest;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.model.Capabilities;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import io.erpsync.writer.execute.Examples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A target in memory that does as it is told and remembers what it was asked. */
final class FakeConnector implements Connector {

    final List<Object> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile Supplier<Outcome> answer = () -> new Outcome.Absent("nothing here");
    volatile Answer<Identity> identity =
            new Answer.Got<>(new Identity("Acme AB", "556677-8899", null, Duration.ofSeconds(2)));

    @Override
    public SystemName system() {
        return Examples.FORTNOX;
    }

    @Override
    public Capabilities capabilities() {
        return Examples.KEEPS_KEY;
    }

    @Override
    public String entityOf(ObjectType type) {
        return "customer";
    }

    @Override
    public Set<Feed> feeds() {
        return Set.of();
    }

    @Override
    public Cursor changesFrom(Instant moment) {
        throw new AssertionError("a writer polls nothing");
    }

    @Override
    public ConnectedSystem open(AccessSettings settings, RequestGate gate) {
        settings.required("tenant");
        opened.incrementAndGet();
        return new Opened(gate);
    }

    private final class Opened implements ConnectedSystem {

        private final RequestGate gate;

        private Opened(RequestGate gate) {
            this.gate = gate;
        }

        private Outcome asked(Object request, Urgency urgency) {
            RequestGate.Permit permit;
            try {
                permit = gate.enter(urgency);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "at the gate");
            }
            requests.add(request);
            try {
                return answer.get();
            } finally {
                permit.answered();
            }
        }

        @Override
        public Answer<Identity> identify() {
            return identity;
        }

        @Override
        public Answer<FieldCatalogue> catalogue(ObjectType type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Answer<FeedPage> poll(FeedQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome read(ReadRequest request) {
            return asked(request, request.urgency());
        }

        @Override
        public Outcome create(CreateRequest request) {
            return asked(request, request.urgency());
        }

        @Override
        public Outcome update(UpdateRequest request) {
            return asked(request, request.urgency());
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
