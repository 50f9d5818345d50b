package io.erpsync.connector;

import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;

/**
 * One connection to an outside system. Every method blocks until the system has answered or the
 * settings' time-out has passed (waiting at the {@link RequestGate} comes on top), is meant for
 * virtual threads, and may be called by many of them at once. No method throws for anything the
 * system does: that is an outcome. Nothing is retried inside, except a request that was refused for
 * an expired token, once, with a new one.
 */
public interface ConnectedSystem extends AutoCloseable {

    /** One cheap read that tells whether the credentials work and whom they open. */
    Answer<Identity> identify();

    /** The fields of that type as they are now. */
    Answer<FieldCatalogue> catalogue(ObjectType type);

    /** The next page of a feed; see {@link FeedPage} for what is promised. */
    Answer<FeedPage> poll(FeedQuery query);

    /**
     * Reads one record: {@code Applied}, {@code Absent}, {@code Refused} or {@code Unavailable}.
     */
    Outcome read(ReadRequest request);

    /**
     * Creates one record; {@code Applied} with what was stored, or with what an earlier attempt had
     * stored.
     */
    Outcome create(CreateRequest request);

    /** Changes fields of one record; fields that are not named stay. */
    Outcome update(UpdateRequest request);

    @Override
    void close();
}
