package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Cluster;
import io.erpsync.cli.kafka.Found;
import io.erpsync.cli.kafka.LastValues;
import io.erpsync.cli.kafka.RawRecord;
import io.erpsync.cli.kafka.RequestSender;
import io.erpsync.cli.kafka.TopicReader;
import io.erpsync.cli.settings.GlobalOptions;
import io.erpsync.cli.text.Ink;
import io.erpsync.cli.text.Person;
import io.erpsync.cli.text.Table;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.serde.MessageCodec;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What one call of the program works with. */
final class Session {

    private static final JsonMapper JSON = new JsonMapper();

    private final GlobalOptions options;
    private final PrintWriter out;
    private final PrintWriter err;
    private final InstantSource clock;
    private final Person person;

    Session(
            GlobalOptions options,
            PrintWriter out,
            PrintWriter err,
            InstantSource clock,
            Person person) {
        this.options = options;
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.person = person;
    }

    GlobalOptions options() {
        return options;
    }

    Person person() {
        return person;
    }

    Ink ink() {
        return Ink.of(person);
    }

    Instant now() {
        return clock.instant();
    }

    Cluster cluster() {
        return new Cluster(options.bootstrapServers(), options.registryUrl());
    }

    RequestSender sender() {
        return new RequestSender(cluster());
    }

    /** The last message of each key of a compacted topic that is {@code wanted}. */
    <T extends SpecificRecord> List<Found<T>> lastOf(
            String topic, @Nullable ConnectionName connection, Class<T> type, Predicate<T> wanted) {
        LastValues last = new LastValues();
        new TopicReader(cluster()).read(topic, connection, last);
        return decoded(last.records(), type, wanted);
    }

    /** What is unreadable is always wanted. */
    <T extends SpecificRecord> List<Found<T>> decoded(
            Collection<RawRecord> records, Class<T> type, Predicate<T> wanted) {
        try (MessageCodec codec = cluster().codec()) {
            return records.stream()
                    .map(raw -> Found.in(raw, codec, type))
                    .filter(found -> Selection.keeps(found, wanted))
                    .toList();
        }
    }

    void say(String line) {
        out.println(line);
    }

    void warn(String line) {
        err.println(line);
    }

    void printJson(Object value) {
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value));
    }

    void print(Table table) {
        table.lines(Table.WIDTH).forEach(out::println);
    }
}
