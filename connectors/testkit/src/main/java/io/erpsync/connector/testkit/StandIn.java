package io.erpsync.connector.testkit;

import io.erpsync.connector.AccessSettings;
import io.erpsync.model.Fields;
import java.util.List;

/**
 * A stand-in of an outside system that speaks its real HTTP interface, together with the view
 * behind its counter. Fresh and empty at the start of every scenario. Records are customers; fields
 * have the names of the system.
 */
public interface StandIn extends AutoCloseable {

    /** How to reach it, with a time-out of a second or two. */
    AccessSettings settings();

    /** Puts a record there that we did not write, changed now. Its id. */
    String seed(Fields fields);

    /** Changes some fields of a record as a user of the system would, now. */
    void change(String id, Fields fields);

    /** Deletes a record as a user of the system would. */
    void remove(String id);

    /** What it holds under {@code id}. */
    Fields stored(String id);

    /** Every write that came over HTTP and was carried out, oldest first. */
    List<Write> writes();

    /** The next request of that kind meets the fault. */
    void meet(Fault fault, On on);

    /** Refuses every token and every request for one, until closed. */
    void revokeCredentials();

    /** Another company than the settings say answers under the same credentials. */
    void becomeAnotherCompany();

    @Override
    void close();

    /** Which requests meet a fault; requests for a token never do. */
    enum On {
        /** Reads of records and lists. */
        READ,
        /** Creates and updates. */
        WRITE
    }

    /** What happens to a request. */
    enum Fault {
        /** Carried out; the connection is closed instead of an answer. */
        LOST_ANSWER,
        /** Carried out; the answer comes after the time-out of the settings. */
        LATE_ANSWER,
        /** Not carried out: too many requests. */
        RATE_LIMITED,
        /** Not carried out: 503. */
        SERVER_ERROR,
        /** Answered with a web page. */
        WEB_PAGE,
        /** Answered with 200 and nothing else. */
        EMPTY_ANSWER,
        /** Refused because the token has expired; a new one is given. */
        EXPIRED_TOKEN
    }

    /**
     * One write that was carried out.
     *
     * @param fields what it set, where it says so, as stored
     */
    record Write(boolean create, String id, Fields fields) {}
}
