package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
import io.erpsync.cli.text.MessageShape;
import io.erpsync.cli.text.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Prints what was found: as JSON, as a table, or one field to a line. */
final class Listing {

    private final Session session;

    Listing(Session session) {
        this.session = session;
    }

    <T extends SpecificRecord> void rows(
            List<Found<T>> found, Table table, Function<T, List<String>> row) {
        if (session.options().json()) {
            json(found);
            return;
        }
        for (Found<T> one : found) {
            if (one instanceof Found.Message<T>(var _, T message)) {
                table.add(row.apply(message));
            }
        }
        session.print(table);
        found.forEach(this::unreadable);
    }

    /** All of one message. */
    void fields(SpecificRecord message) {
        if (session.options().json()) {
            session.printJson(MessageShape.of(message));
        } else {
            lines(message);
        }
    }

    <T extends SpecificRecord> void fields(List<Found<T>> found) {
        if (session.options().json()) {
            json(found);
            return;
        }
        for (Found<T> one : found) {
            if (one instanceof Found.Message<T>(var _, T message)) {
                lines(message);
                session.say("");
            }
            unreadable(one);
        }
    }

    private void lines(SpecificRecord message) {
        MessageShape.of(message)
                .forEach(
                        (name, value) ->
                                session.say(
                                        "%-14s %s".formatted(name, value == null ? "-" : value)));
    }

    private <T extends SpecificRecord> void json(List<Found<T>> found) {
        session.printJson(found.stream().map(Listing::shape).toList());
    }

    static <T extends SpecificRecord> Map<String, @Nullable Object> shape(Found<T> found) {
        return switch (found) {
            case Found.Message<T>(var _, T message) -> MessageShape.of(message);
            case Found.Unreadable<T>(var raw, String words) -> {
                Map<String, @Nullable Object> shape = new LinkedHashMap<>();
                shape.put("unreadable", words);
                shape.put("place", raw.place());
                shape.put("key", raw.key());
                yield shape;
            }
        };
    }

    private <T extends SpecificRecord> void unreadable(Found<T> found) {
        if (found instanceof Found.Unreadable<T>(var raw, String words)) {
            session.say("unreadable: " + raw.place() + " key " + raw.key() + ": " + words);
        }
    }
}
