package io.erpsync.cli.command;

import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.serde.SubjectSetUp;
import io.erpsync.schemas.topics.TopicSetUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Topics and schemas. */
@Command(
        name = "topics",
        subcommandsRepeatable = false,
        description = "Create the topics and register their schemas, or look whether all is there.")
final class TopicsCommand {

    private final Session session;

    TopicsCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "apply",
            description = "Create what is missing; nothing that exists is changed or deleted.")
    int apply(
            @Option(
                            names = "--partitions",
                            defaultValue = "24",
                            description = "Of every topic; chosen once (default: 24).")
                    int partitions,
            @Option(
                            names = "--replication",
                            defaultValue = "1",
                            description = "Copies of each record (default: 1).")
                    int replication) {
        if (partitions < 1 || replication < 1) {
            throw io.erpsync.cli.settings.CannotRun.usage(
                    "--partitions and --replication are whole numbers from 1");
        }
        TopicSetUp.Report report;
        try (Admin admin = session.cluster().admin();
                SubjectSetUp subjects = new SubjectSetUp(session.cluster().registry())) {
            report = new TopicSetUp(admin).apply(partitions, replication);
            subjects.apply(Contract.schemaByTopic());
        }
        if (session.options().json()) {
            session.printJson(
                    Map.of("created", report.created(), "differences", report.differences()));
        } else {
            report.created().forEach(name -> session.say("created    " + name));
            report.differences().forEach(words -> session.say("differs    " + words));
            session.say(
                    "%d topics created, %d differences; schemas registered"
                            .formatted(report.created().size(), report.differences().size()));
        }
        return CommandTree.code(report.differences().isEmpty());
    }

    @Command(
            name = "verify",
            description = "Say what is missing or has another partition count; ends with 1 if any.")
    int verify(
            @Option(
                            names = "--partitions",
                            defaultValue = "24",
                            description = "Expected of every topic (default: 24).")
                    int partitions) {
        List<String> faults = new ArrayList<>();
        try (Admin admin = session.cluster().admin();
                SubjectSetUp subjects = new SubjectSetUp(session.cluster().registry())) {
            faults.addAll(new TopicSetUp(admin).verify(partitions));
            faults.addAll(subjects.verify(Contract.schemaByTopic()));
        }
        if (session.options().json()) {
            session.printJson(Map.of("faults", faults));
        } else {
            faults.forEach(session::say);
            session.say(
                    faults.isEmpty()
                            ? "all topics and schemas are as planned"
                            : "run 'erpsync topics apply' for what is missing");
        }
        return CommandTree.code(faults.isEmpty());
    }
}
