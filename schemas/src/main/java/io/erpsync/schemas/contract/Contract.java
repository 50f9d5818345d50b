package io.erpsync.schemas.contract;

import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Catalogue;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.ControlRequest;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.Hint;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.message.LinkState;
import io.erpsync.schemas.message.PollCursor;
import io.erpsync.schemas.message.Result;
import io.erpsync.schemas.topics.TopicPlan;
import io.erpsync.schemas.topics.Topics;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The schema of each topic's messages. */
public final class Contract {

    private Contract() {}

    /**
     * By topic, every one of {@link TopicPlan} but the last net of Kafka Streams, which holds bytes
     * of any kind.
     */
    public static SortedMap<String, Schema> schemaByTopic() {
        SortedMap<String, Schema> schemas = new TreeMap<>();
        schemas.put(Topics.LIME_CHANGES, ChangeEvent.getClassSchema());
        schemas.put(Topics.ERP_CHANGES, ChangeEvent.getClassSchema());
        for (SystemName target : TopicPlan.TARGETS) {
            schemas.put(Topics.commandsTo(target), Command.getClassSchema());
        }
        schemas.put(Topics.RESULTS, Result.getClassSchema());
        schemas.put(Topics.CONTROL, ControlRequest.getClassSchema());
        schemas.put(Topics.HINTS, Hint.getClassSchema());
        schemas.put(Topics.CURSORS, PollCursor.getClassSchema());
        schemas.put(Topics.CATALOGUES, Catalogue.getClassSchema());
        schemas.put(Topics.LINKS, LinkState.getClassSchema());
        schemas.put(Topics.HISTORY, HistoryEntry.getClassSchema());
        schemas.put(Topics.DEAD_LETTERS, DeadLetter.getClassSchema());
        return Collections.unmodifiableSortedMap(schemas);
    }
}
