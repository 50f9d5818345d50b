package io.erpsync.polling.kafka;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.RecordReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever polls the connections of owned partitions. Called by one thread; must not block. */
public interface Owner {

    /** These partitions are ours from now on; nothing is known of their cursors yet. */
    void gained(List<Tenure> tenures);

    /** These tenures are over. */
    void lost(List<Tenure> tenures);

    /** A hint; its offset is settled by whoever takes it. */
    void hinted(Tenure tenure, TakenHint hint);

    /** A hint that nobody can read was left out. */
    void unreadable();

    /**
     * One hint as it was read.
     *
     * @param reference null to poll now
     * @param deleted whether the record is said to be deleted, which no poll will show
     */
    record TakenHint(
            ConnectionName connection,
            @Nullable RecordReference reference,
            long offset,
            boolean deleted) {}
}
