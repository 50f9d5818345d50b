package io.erpsync.sync.config;

import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.serde.RegistryUnavailable;
import io.erpsync.schemas.serde.SubjectSetUp;
import io.erpsync.schemas.topics.TopicSetUp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** What must be there before the topology starts: broker, topics, registry, subjects. */
final class StartConditions {

    private static final int ANSWER_WITHIN_MILLIS = 10_000;

    private final EngineSettings settings;
    private final Map<String, Object> registry;

    StartConditions(EngineSettings settings, Map<String, Object> registry) {
        this.settings = settings;
        this.registry = Map.copyOf(registry);
    }

    /**
     * What is not there at the moment and may still come; empty when all is there. Throws {@link
     * CannotRun} where waiting would not help.
     */
    String missing() {
        List<String> faults = new ArrayList<>();
        try (Admin admin = Admin.create(admin())) {
            faults.addAll(new TopicSetUp(admin).verify(settings.partitions()));
        } catch (KafkaException away) {
            // A name that does not resolve yet, too: whatever is not there may still come.
            return "the broker at "
                    + settings.bootstrapServers()
                    + " cannot be used: "
                    + innermost(away);
        }
        List<String> wrong =
                faults.stream().filter(fault -> !fault.endsWith("is missing")).toList();
        if (!wrong.isEmpty()) {
            throw new CannotRun(
                    "erpsync.partitions=%d does not fit this cluster: %s"
                            .formatted(settings.partitions(), String.join("; ", wrong)));
        }
        return faults.isEmpty()
                ? missingSubjects()
                : String.join("; ", faults) + " (made by 'bin/erpsync topics apply')";
    }

    private String missingSubjects() {
        try (SubjectSetUp subjects = new SubjectSetUp(registry)) {
            return String.join("; ", subjects.verify(Contract.schemaByTopic()));
        } catch (RegistryUnavailable away) {
            return String.valueOf(away.getMessage());
        }
    }

    private Map<String, Object> admin() {
        Map<String, Object> admin = new HashMap<>();
        admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS / 2);
        admin.putAll(settings.kafka());
        admin.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return admin;
    }

    private static String innermost(KafkaException away) {
        Throwable cause = away;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
