package io.erpsync.sync.core.model;

import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of all the other records of the connection, for one decision. */
public interface Directory {

    /** The link that has that record; null when none has. */
    @Nullable LinkId owner(RecordReference reference);

    /** What people call the Lime record of that link: its name, and its id in brackets. */
    String cardOf(LinkId link);

    /** The records of a side whose registration number, normalised, is this one. */
    List<Candidate> byRegistration(Side side, String normalised);

    /** Whether the list of that side's records was read to its end at least once. */
    boolean loaded(Side side);

    /**
     * What the ERP's list showed of a record when the connection went live, by the names of the
     * whole record; none of one that was not listed then.
     */
    Fields shownBefore(RecordReference erp);
}
