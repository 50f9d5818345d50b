package io.erpsync.writer.kafka;

import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.serde.SubjectSetUp;
import io.erpsync.schemas.topics.TopicSetUp;
import io.erpsync.schemas.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;

/** What must be there before the first command is taken. */
final class StartUp {

    private final GroupSettings settings;
    private final WriterState state;

    StartUp(GroupSettings settings, WriterState state) {
        this.settings = settings;
        this.state = state;
    }

    /**
     * Whether broker and registry are as they must be now; what is missing is told in the state.
     * Throws {@link CannotRun} where waiting would not help.
     */
    boolean isDone() {
        return topicsAreThere() && schemasAreThere();
    }

    private boolean topicsAreThere() {
        List<String> faults;
        try (Admin admin = Admin.create(settings.admin())) {
            faults = new TopicSetUp(admin).verify(settings.partitions());
        } catch (KafkaException away) {
            state.trouble("broker", "the broker cannot be used: " + away.getMessage());
            return false;
        }
        state.over("broker");
        List<String> wrong = faults.stream().filter(fault -> !isMissing(fault)).toList();
        if (!wrong.isEmpty()) {
            throw new CannotRun(
                    "erpsync.partitions=%d does not fit this cluster: %s"
                            .formatted(settings.partitions(), String.join("; ", wrong)),
                    null);
        }
        return whether("topics", faults);
    }

    // A topic that is missing may yet be made; one with other partitions stays wrong.
    private static boolean isMissing(String fault) {
        return fault.endsWith(" is missing");
    }

    private boolean schemasAreThere() {
        Map<String, Schema> ours = new TreeMap<>(Contract.schemaByTopic());
        ours.keySet().retainAll(List.of(Topics.RESULTS, Topics.DEAD_LETTERS, settings.topic()));
        try (SubjectSetUp registry = new SubjectSetUp(settings.codec())) {
            return whether("registry", registry.verify(ours));
        } catch (RetriableException away) {
            state.trouble("registry", String.valueOf(away.getMessage()));
            return false;
        }
    }

    private boolean whether(String kind, List<String> faults) {
        if (faults.isEmpty()) {
            state.over(kind);
            return true;
        }
        state.trouble(kind, String.join("; ", faults));
        return false;
    }
}
